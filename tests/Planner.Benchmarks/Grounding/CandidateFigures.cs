using System.Diagnostics;
using System.Globalization;
using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;
using Planner.Integrations.Tickets;
using Planner.Testing.Repository;

namespace Planner.Benchmarks.Grounding;

/// <summary>How much of what teams really changed is in the pool of candidates, on tickets whose changes are known.</summary>
internal static class CandidateFigures
{
    private const int Folds = 5;
    private const int Repeats = 3;

    /// <summary>Grounds the sample's tickets in the sample shop: how many candidates there are, and how long it takes.</summary>
    public static async Task PrintSamples()
    {
        var index = await Read(Path.Combine(RepositoryRoot.Path, "samples", "shop"));
        var tickets = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(TicketFile.Read);
        var all = tickets.Select(t => Ground(t, index)).ToList();
        Figure.Print("candidates.pool", all.Average(g => g.Grounding.Candidates.Count), "files");
        Figure.Print("candidates.largest", all.Max(g => g.Grounding.Candidates.Count), "files");
        Figure.Print("candidates.grounding", all.Average(g => g.Milliseconds), "ms");
    }

    /// <summary>
    /// Grounds the tickets of a folder as <see cref="KnownTicket"/> reads it: recall of production files in the pool, over all
    /// and by fifths.
    /// </summary>
    public static async Task Print(string data, bool isEach)
    {
        var scores = new List<CandidateScore>();
        foreach (var ticket in KnownTicket.AllOf(data))
        {
            var (grounding, milliseconds) = Ground(ticket.Read(), await Index(ticket));
            var score = CandidateScore.Of(ticket, grounding, milliseconds);
            scores.Add(score);
            if (isEach)
            {
                Console.WriteLine(score);
                score.Missed.ForEach(m => Console.WriteLine($"  {m}"));
            }
        }

        Tell(scores);
    }

    /// <summary>A ticket whose changes are known, with what is known about it before a model reads it.</summary>
    public static async Task<(Ticket Ticket, FrozenCriteria Criteria, TicketGrounding Grounding)> Grounded(KnownTicket known)
    {
        var ticket = known.Read();
        var criteria = CriteriaReader.Freeze(ticket);
        return (ticket, criteria, TicketGrounder.Ground(ticket, criteria, await Index(known)));
    }

    private static async Task<CodebaseIndex> Index(KnownTicket ticket) => (await Read(ticket.Codebase)) with { History = ticket.History() };

    private static void Tell(List<CandidateScore> scores)
    {
        Figure.Print("candidates.tickets", scores.Count, "tickets");
        Figure.Print("candidates.pool", scores.Average(s => s.Pool), "files");
        Figure.Print("candidates.production", scores.Average(s => s.Production), "files");
        Share("candidates.recall", scores.Average(s => s.Recall));
        Share("candidates.recall_of_all_files", scores.Sum(s => s.Changed - s.Missed.Count) / (double)scores.Sum(s => s.Changed));
        foreach (var (at, fold) in scores.Chunk((scores.Count + Folds - 1) / Folds).Index())
        {
            Share(string.Create(CultureInfo.InvariantCulture, $"candidates.recall_fold{at + 1}"), fold.Average(s => s.Recall));
        }

        Share("candidates.recall_of_others", scores.Where(s => s.Others is not null).Average(s => s.Others!.Value));
        Share("candidates.rules_at_20", scores.Average(s => s.RulesAt20));
        Figure.Print("candidates.grounding", scores.Average(s => s.Milliseconds), "ms");
    }

    private static void Share(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.000}"));

    private static async Task<CodebaseIndex> Read(string folder) =>
        await new CodebaseReader(_ => folder, new CodebaseOptions()).Read("known", CancellationToken.None);

    /// <summary>The best of a few times: what else runs on the machine is not measured.</summary>
    private static (TicketGrounding Grounding, double Milliseconds) Ground(Ticket ticket, CodebaseIndex index)
    {
        var (best, criteria, grounding) = (double.MaxValue, CriteriaReader.Freeze(ticket), (TicketGrounding?)null);
        for (var time = 0; time < Repeats; time++)
        {
            var watch = Stopwatch.StartNew();
            grounding = TicketGrounder.Ground(ticket, criteria, index);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return (grounding!, best);
    }
}
