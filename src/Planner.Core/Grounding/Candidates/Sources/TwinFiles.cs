using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Twins of likely files: the same for another database, an interface and its class, parts and tests of one class.</summary>
internal sealed class TwinFiles : ICandidateSource
{
    /// <summary>What more files are called, like Program or Constants, is a habit and no twin.</summary>
    private const int MostNamesakes = 6;

    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var evidence = new Evidence(furtherReasons: 1);
        var bySubject = search.Index.Documents.Select(d => d.Path).Where(IsCode).ToLookup(Subject, StringComparer.Ordinal);
        foreach (var likely in search.Likely)
        {
            var name = PathParts.Name(likely.Path);
            foreach (var twin in search.Ranking.Neighbours.Twins.Of(likely.Path))
            {
                evidence.Add(twin, likely.Strength, $"does for another database what {name} does");
            }

            var namesakes = bySubject[Subject(likely.Path)].ToList();
            foreach (var other in namesakes.Where(f => f != likely.Path && namesakes.Count <= MostNamesakes))
            {
                evidence.Add(other, likely.Strength, $"is about the same as {name} by its name");
            }
        }

        return evidence.Leads();
    }

    private static bool IsCode(string path) => FileKind.Of(path) is CodeKind.Production or CodeKind.WayBack or CodeKind.Test;

    /// <summary><c>IOrderReader.cs</c>, <c>OrderReader.Items.cs</c> and <c>OrderReaderTests.cs</c> are about <c>OrderReader</c>.</summary>
    private static string Subject(string path)
    {
        var name = PathParts.Name(path);
        var subject = name[..Math.Max(1, name.IndexOf('.', StringComparison.Ordinal))];
        subject = subject.Length > 2 && subject[0] == 'I' && char.IsUpper(subject[1]) && char.IsLower(subject[2]) ? subject[1..] : subject;
        return WithoutEnd(WithoutEnd(subject, "Tests"), "Test");
    }

    private static string WithoutEnd(string name, string end) =>
        name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;
}
