using Planner.Core.Opinions;

namespace Planner.Core.Specialists.Stories;

/// <summary>Makes the local ids of an opinion on a part its own: <c>service/add-x</c> becomes <c>service/shop-112.add-x</c>.</summary>
internal sealed class PartIds
{
    private readonly string prefix;
    private readonly string area;
    private readonly HashSet<string> own;

    private readonly string? story;

    private PartIds(Opinion opinion, string key, bool isStory)
    {
        story = isStory ? key : null;
        prefix = key.ToLowerInvariant() + ".";
        area = opinion.Specialist;
        own = [
            .. opinion.Tasks.Select(t => t.Id),
            .. opinion.Tests.Select(t => t.Id),
            .. opinion.Risks.Select(r => r.Id),
            .. opinion.Decisions.Select(d => d.Id),
            .. opinion.Questions.Select(q => q.Id),
        ];
    }

    /// <summary>The opinion with ids of its own; its tasks know the story.</summary>
    public static Opinion Own(Opinion opinion, string key, bool isStory) => new PartIds(opinion, key, isStory).In(opinion);

    private Opinion In(Opinion o) => (o with
    {
        Tasks =
            [.. o.Tasks.Select(t => t with { Id = Of(t.Id), DependsOn = Of(t.DependsOn), Tests = Of(t.Tests), Satisfies = Of(t.Satisfies), Story = story })],
        Tests = [.. o.Tests.Select(t => t with { Id = Of(t.Id), Task = Of(t.Task), Covers = Of(t.Covers) })],
        Risks = [.. o.Risks.Select(r => r with { Id = Of(r.Id), Tasks = Of(r.Tasks) })],
        Decisions = [.. o.Decisions.Select(d => d with { Id = Of(d.Id), Key = Own(d.Key, d.Id), DependsOn = Of(d.DependsOn) })],
        Questions = [.. o.Questions.Select(q => q with { Id = Of(q.Id), Key = Own(q.Key, q.Id) })],
    }).Redesigned<PerformanceDesign>(In);

    private PerformanceDesign In(PerformanceDesign design) => design with
    {
        Targets = [.. design.Targets.Select(t => t with { Question = OrNull(t.Question), SourceQuestion = OrNull(t.SourceQuestion), Test = OrNull(t.Test) })],
        HotPaths = [.. design.HotPaths.Select(h => h with { Risk = OrNull(h.Risk), Question = OrNull(h.Question) })],
    };

    /// <summary>A key tells things and is the same in every story; a wording is that of this story.</summary>
    private TopicKey Own(TopicKey key, string id) => key.IsWording ? TopicKey.OfWording(Topic.Worded(Of(id), "")) : key;

    private List<string> Of(IEnumerable<string> ids) => [.. ids.Select(Of)];

    private string? OrNull(string? id) => id is null ? null : Of(id);

    /// <summary>Criteria and ids of the plan have no slash; what was given for the part before has the part's key.</summary>
    private string Of(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0
            ? id.AsSpan(slash + 1).StartsWith(prefix, StringComparison.Ordinal) ? id : id.Insert(slash + 1, prefix)
            : own.Contains(id) || own.Contains($"{area}/{id}") ? $"{area}/{prefix}{id}" : id;
    }
}
