await Console.Error.WriteLineAsync("The bench measures nothing yet: no operation has been written for it.");
return 1;
