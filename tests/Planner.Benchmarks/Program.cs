using Planner.Benchmarks;

return await FigureCommands.Run(args);
