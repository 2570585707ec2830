using Planner.Cli;

return await PlannerCommand.Run(args);
