-- Of the token of a session only its hash is kept: whoever is signed in stays so.
update session set token = encode(sha256(convert_to(token, 'UTF8')), 'hex');
