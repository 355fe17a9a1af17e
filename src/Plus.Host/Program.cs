using Plus.Host.Commands;

return await CommandLine.RunAsync(args);
