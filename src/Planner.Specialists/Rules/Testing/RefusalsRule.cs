using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Testing;

/// <summary>Endpoints whose planned tests leave out a refused caller or a designed error.</summary>
internal sealed class RefusalsRule : IRule
{
    private static readonly string[] Refused = Lexicon.Words("testing", "refused");

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var endpoint in brief.Earlier.Endpoints)
        {
            var name = $"{endpoint.Method} {endpoint.Route}";
            var titles = brief.Earlier.Tests.Where(t => Words.NamesRoute(t.Title, name)).Select(t => t.Title).ToList();
            var lacking = Lacking(endpoint, titles).ToList();
            if (lacking.Count > 0 && endpoint.Satisfies.Count > 0)
            {
                Add(brief, draft, endpoint, name, lacking);
            }
        }
    }

    private static IEnumerable<string> Lacking(EndpointChange endpoint, List<string> titles)
    {
        if (!titles.Exists(t => Words.Any(t, Refused)))
        {
            yield return "refuses a caller without a token and one without the right";
        }

        foreach (var error in endpoint.Errors.Where(e => e.Status is not (401 or 403)))
        {
            var status = error.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!titles.Exists(t => Words.Names(t, status)))
            {
                yield return $"answers {status} `{error.Code}`";
            }
        }
    }

    private static void Add(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint, string name, List<string> lacking)
    {
        var file = brief.Earlier.TestFile(name);
        var task = draft.Do(brief, new Work(
            $"refusals-{name}",
            $"Test what `{name}` refuses",
            $"Its planned tests leave out that it {Words.List(lacking)}.",
            TaskSize.XS)
        {
            Satisfies = endpoint.Satisfies,
            Paths = file is null ? [] : [file],
            Needs = [Resource.Endpoint(name)],
            Manual = file is null ? "No test project was found; the requests are sent by hand." : null,
        });
        foreach (var what in lacking)
        {
            draft.Prove(brief, $"refusal-{name}", $"`{name}` {what}", endpoint.Satisfies, file is null ? TestKind.Manual : TestKind.Integration, task, file);
        }

        draft.Summary.Add($"adds refusals of `{name}`");
    }
}
