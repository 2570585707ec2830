using Planner.Core.Grounding.Candidates;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Words;

namespace Planner.Core.Tests.Grounding.Candidates;

/// <summary>A code base of which some files are likely; sources of candidates start there.</summary>
internal sealed class SearchBuilder
{
    private readonly List<TypeFact> types = [];
    private readonly List<CommitFact> commits = [];
    private readonly List<string> projects = [];

    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>In the rules' order.</summary>
    public required IReadOnlyList<string> Likely { get; init; }

    public IReadOnlyList<RankedFile> Ranked { get; init; } = [];

    public IReadOnlyList<string> ByWords { get; init; } = [];

    public IReadOnlyList<RegistrationFact> Registrations { get; init; } = [];

    public IReadOnlyList<TestFact> Tests { get; init; } = [];

    /// <summary>What the ticket says, for finding commits about the like.</summary>
    public string Query { get; init; } = "";

    public SearchBuilder Type(string file, string name, IReadOnlyList<string>? uses = null, IReadOnlyList<string>? bases = null)
    {
        types.Add(new TypeFact(name, "class", "Shop", file, types.Count + 1, bases ?? [], []) { Uses = uses ?? [] });
        return this;
    }

    public SearchBuilder Commit(string subject, params IReadOnlyList<string> files)
    {
        commits.Add(new CommitFact($"{commits.Count:d10}", "2026-01-01", "Ann", subject, files));
        return this;
    }

    public SearchBuilder Project(string path)
    {
        projects.Add(path);
        return this;
    }

    public CandidateSearch Build()
    {
        var index = new CodebaseIndex
        {
            Documents = [.. Files.Order(StringComparer.Ordinal).Select(f => Shop.Document(f, "zeta"))],
            Projects = [.. projects.Select(p => new ProjectFact(p, "Shop", [], [], IsTest: false))],
            Types = types,
            Registrations = Registrations,
            Tests = Tests,
            History = new HistoryFacts(commits),
        };
        var query = IdentifierWords.Of(Query).Select(w => (w, 1.0)).ToList();
        return new CandidateSearch(index, new FileRanking(Ranked, Likely, ByWords, new PastChanges(index.History, query), new Neighbours(index)));
    }

    public IReadOnlyList<CandidateLead> Leads<TSource>()
        where TSource : ICandidateSource, new() => [.. new TSource().Find(Build())];

    public IReadOnlyList<CandidateFile> Pool() => new CandidatePool(Build()).Files();
}
