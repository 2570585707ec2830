using Planner.Benchmarks.Engine;

switch (args)
{
    case ["engine", ..]:
        await EngineFigures.Print();
        return 0;
    case ["waiting", ..]:
        await WaitingFigures.Print();
        return 0;
    case ["replay", ..]:
        await ReplayFigures.Print();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say which figures: engine, waiting or replay.");
        return 2;
}
