// Loaded into the server before its own code: a parent that was killed cannot stop it, but its channel closes.
process.on("disconnect", () => process.exit(1));
