using Goldset.Server.CommandLine;

return await GoldsetCommand.RunAsync(args);
