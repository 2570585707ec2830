using System.Diagnostics;
using System.Globalization;
using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules;
using Planner.Testing.Natural;
using Planner.Testing.Planning;
using Planner.Testing.Repository;

namespace Planner.Benchmarks.Natural;

/// <summary>
/// A few thousand natural tickets over the sample shop, half of them by specialists that use other ids and words: each ends with
/// a plan or with questions.
/// </summary>
internal static class NaturalFigures
{
    /// <summary>So many tickets.</summary>
    public const int Usual = 3000;

    private const int MostTold = 20;

    /// <summary>Prints how they ended; the exit code is 1 where one failed or a plan does not hold.</summary>
    public static async Task<int> Print(int tickets, int seed)
    {
        var index = await new CodebaseReader(p => p, new CodebaseOptions()).Read(Path.Combine(RepositoryRoot.Path, "samples", "shop"), CancellationToken.None);
        var series = new NaturalTickets(index, seed);
        var (plain, renaming) =
            (new NaturalRun(index, new RulesSpecialist(), fits: true), new NaturalRun(index, new RenamingSpecialist(new RulesSpecialist()), fits: false));
        var (plans, questions, faults) = (0, 0, new List<string>());
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < tickets; number++)
        {
            var end = await Ended(number % 2 == 0 ? plain : renaming, series, number);
            plans += end.Plan is null ? 0 : 1;
            questions += end.Questions.Count > 0 ? 1 : 0;
            faults.AddRange(end.Broken.Select(b => string.Create(CultureInfo.InvariantCulture, $"ticket {number} of seed {seed}: {b}")));
        }

        Figure.Print("natural.plans", plans, "tickets");
        Figure.Print("natural.questions", questions, "tickets");
        Figure.Print("natural.faults", faults.Count, "sentences");
        Figure.Print("natural.each", watch.Elapsed.TotalMilliseconds / tickets, "ms");
        faults.Take(MostTold).ToList().ForEach(Console.WriteLine);
        return faults.Count == 0 && plans + questions == tickets ? 0 : 1;
    }

    private static async Task<NaturalEnd> Ended(NaturalRun run, NaturalTickets series, int number)
    {
        try
        {
            return await run.Of(series.Of(number));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new(null, [], [$"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}"]);
        }
    }
}
