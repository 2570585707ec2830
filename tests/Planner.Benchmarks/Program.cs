using System.Globalization;
using Planner.Benchmarks.Engine;
using Planner.Benchmarks.Grounding;
using Planner.Benchmarks.Overhead;
using Planner.Benchmarks.Serving;
using Planner.Benchmarks.Survival;
using Planner.Benchmarks.Webhooks;

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
    case ["grounding", ..]:
        await GroundingFigures.Print();
        return 0;
    case ["overhead", "--once"]:
        await OverheadFigures.PlanOnce();
        return 0;
    case ["overhead", ..]:
        await OverheadFigures.Print();
        return 0;
    case ["webhook", "--empty"]:
        await EmptyEndpoint.Serve();
        return 0;
    case ["webhook", ..]:
        return await WebhookFigures.Print();
    case ["survival", .. var rest] when SurvivalOptions.Of(rest) is { } options:
        return await SurvivalFigures.Print(options);
    case ["serving", .. var rest] when SurvivalOptions.Of(rest) is { } options:
        return await ServerSurvivalFigures.Print(options);
    case ["flood"]:
        return await FloodFigures.Print(FloodFigures.Usual);
    case ["flood", "--tickets", var tickets] when int.TryParse(tickets, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000:
        return await FloodFigures.Print(count);
    default:
        await Console.Error.WriteLineAsync("Say which figures: engine, waiting, replay, grounding, overhead, webhook, flood [--tickets 500], or survival or serving [--kills 100] [--seed N].");
        return 2;
}
