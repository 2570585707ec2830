using System.Globalization;
using Planner.Benchmarks.Engine;
using Planner.Benchmarks.Engines;
using Planner.Benchmarks.Grounding;
using Planner.Benchmarks.Natural;
using Planner.Benchmarks.Overhead;
using Planner.Benchmarks.Serving;
using Planner.Benchmarks.Survival;
using Planner.Benchmarks.Webhooks;

namespace Planner.Benchmarks;

/// <summary>The figures by the word that asks for them.</summary>
internal static class FigureCommands
{
    private const int SmokeKills = 2;
    private const int SmokeTickets = 2;
    private const int SmokeNatural = 40;

    private static readonly Dictionary<string, FigureCommand> All = new(StringComparer.Ordinal)
    {
        ["engine"] = (rest, scale) => rest is [] ? () => Done(EngineFigures.Print(scale)) : null,
        ["engines"] = (rest, scale) => rest is [] ? () => Done(EngineComparison.Print(scale)) : null,
        ["waiting"] = (rest, scale) => rest is [] ? () => Done(WaitingFigures.Print(scale)) : null,
        ["replay"] = (rest, scale) => rest is [] ? () => Done(ReplayFigures.Print(scale)) : null,
        ["history"] = (rest, _) => rest is [] ? () => HistoryFigures.Print() : null,
        ["memory"] = (rest, scale) => rest switch
        {
            [] => () => MemoryFigures.Print(scale),
            ["--durable", var runs] when Count(runs) is { } count => () => Done(DurableMemory.Print(count)),
            _ => null,
        },
        ["grounding"] = (rest, scale) => rest is [] ? () => Done(GroundingFigures.Print(scale)) : null,
        ["candidates"] = (rest, _) => rest switch
        {
            [] => () => Done(CandidateFigures.PrintSamples()),
            ["--data", var data] when Directory.Exists(data) => () => Done(CandidateFigures.Print(data, isEach: false)),
            ["--data", var data, "--each"] when Directory.Exists(data) => () => Done(CandidateFigures.Print(data, isEach: true)),
            _ => null,
        },
        ["ranking"] = (rest, _) => rest switch
        {
            ["--data", var data, "--tickets", var tickets] when Directory.Exists(data) && Count(tickets) is { } count =>
                () => RankingFigures.Print(data, count),
            _ => null,
        },
        ["natural"] = (rest, scale) => rest switch
        {
            [] => () => NaturalFigures.Print(scale.Of(NaturalFigures.Usual, SmokeNatural), seed: 1),
            ["--tickets", var tickets] when Count(tickets) is { } count => () => NaturalFigures.Print(count, seed: 1),
            ["--tickets", var tickets, "--seed", var seed] when Count(tickets) is { } count && Count(seed) is { } first =>
                () => NaturalFigures.Print(count, first),
            _ => null,
        },
        ["overhead"] = (rest, scale) => rest switch
        {
            [] => () => Done(OverheadFigures.Print(scale)),
            ["--once"] => () => Done(OverheadFigures.PlanOnce(scale)),
            _ => null,
        },
        ["webhook"] = (rest, scale) => rest switch
        {
            [] => () => new WebhookFigures(scale).Print(),
            ["--empty"] => () => Done(EmptyEndpoint.Serve()),
            _ => null,
        },
        ["flood"] = (rest, scale) => rest switch
        {
            [] => () => FloodFigures.Print(scale.Of(FloodFigures.Usual, SmokeTickets)),
            ["--tickets", var tickets] when Count(tickets) is { } count => () => FloodFigures.Print(count),
            _ => null,
        },
        ["survival"] = (rest, scale) => Kills(rest, scale) is { } options ? () => SurvivalFigures.Print(options) : null,
        ["serving"] = (rest, scale) => Kills(rest, scale) is { } options ? () => ServerSurvivalFigures.Print(options) : null,
    };

    /// <summary>Runs the figure that the arguments name, in its short form with <c>--smoke</c>; <c>list</c> names all. Returns the exit code.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        var scale = new Scale(arguments.Contains("--smoke"));
        var words = arguments.Where(a => a != "--smoke").ToArray();
        if (words is ["list"])
        {
            // Those that need nothing which the repository does not have.
            Console.WriteLine(string.Join('\n', All.Where(f => f.Value([], scale) is not null).Select(f => f.Key)));
            return 0;
        }

        if (words is [var name, .. var rest] && All.TryGetValue(name, out var figure) && figure(rest, scale) is { } running)
        {
            return await running();
        }

        await Console.Error.WriteLineAsync(
            $"Say which figures: {string.Join(", ", All.Keys)}; --smoke for a short run; flood and natural also take --tickets 500, natural --seed N with it, "
            + "candidates --data DIR of tickets whose changes are known and --each, "
            + "ranking --data DIR --tickets 20 with a model in LanguageModel__*, survival and serving --kills 100 and --seed N.");
        return 2;
    }

    private static async Task<int> Done(Task work)
    {
        await work;
        return 0;
    }

    private static SurvivalOptions? Kills(string[] rest, Scale scale) =>
        SurvivalOptions.Of(rest) is { } options ? options with { Kills = scale.Of(options.Kills, SmokeKills) } : null;

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000 ? count : null;
}

/// <summary>What is to be run for the words after the figure's name, which gives the exit code; null where they say nothing.</summary>
internal delegate Func<Task<int>>? FigureCommand(string[] rest, Scale scale);
