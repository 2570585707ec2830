using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;
using Planner.Core.LanguageModels;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Integrations.LanguageModels;
using Planner.Specialists.Hosting;
using Planner.Testing.Planning;

namespace Planner.Benchmarks.Grounding;

/// <summary>
/// How well the configured language model puts candidates into order, on tickets whose changes are known. The model is sent the ticket
/// and one line for each candidate, and nothing of what the team did.
/// </summary>
internal static class RankingFigures
{
    /// <summary>
    /// Lets the model of the settings <c>LanguageModel__*</c> read tickets of a folder, evenly spread over time and all at once.
    /// Returns 2 where no model is configured.
    /// </summary>
    public static async Task<int> Print(string data, int tickets)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (ConfiguredModel.Open(settings, TimeProvider.System, NullLoggerFactory.Instance) is not { } configured)
        {
            await Console.Error.WriteLineAsync("Set LanguageModel__Endpoint and LanguageModel__Deployments__Standard: there is no ranking without a model.");
            return 2;
        }

        using var model = configured.Model;
        var all = KnownTicket.AllOf(data).ToList();
        var chosen = Enumerable.Range(0, Math.Min(tickets, all.Count)).Select(i => all[i * all.Count / Math.Min(tickets, all.Count)]);
        var readings = new List<Task<RankingScore>>();
        foreach (var ticket in chosen)
        {
            readings.Add(Rank(ticket, await CandidateFigures.Grounded(ticket), model));
        }

        Tell(await Task.WhenAll(readings));
        return 0;
    }

    private static async Task<RankingScore> Rank(
        KnownTicket known, (Ticket Ticket, FrozenCriteria Criteria, TicketGrounding Grounding) read, ILanguageModel model)
    {
        var analyst = SpecialistServices.With(model, ModelTerms.None, new MemoryStore(), new NoCode(), journal: null).Analyst!;
        var call = new StepCall($"ranking-{known.Key}", $"ranking-{known.Key}/understand/1", 1, DateTimeOffset.UnixEpoch, CancellationToken.None);
        var close = await analyst.Read(new AnalysisInputs(read.Ticket, read.Criteria, read.Grounding, Previous: null), call);
        var score = RankingScore.Of(known, close.Files, close.Ledger);
        Console.WriteLine(score);
        return score;
    }

    private static void Tell(IReadOnlyList<RankingScore> scores)
    {
        Figure.Print("ranking.tickets", scores.Count, "tickets");
        Share("ranking.recall_at_20", scores.Average(s => s.RecallAt20));
        Share("ranking.recall_at_10", scores.Average(s => s.RecallAt10));
        Share("ranking.precision_at_5", scores.Average(s => s.PrecisionAt5));
        Figure.Print("ranking.input", scores.Average(s => s.Input), "tokens");
        Figure.Print("ranking.output", scores.Average(s => s.Output), "tokens");
    }

    private static void Share(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.000}"));

    /// <summary>A reading looks into no file.</summary>
    private sealed class NoCode : ICodeViews
    {
        public Task<ICodeView> Open(string codebase, string? commit, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
