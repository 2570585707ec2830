using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>An opinion in the making; rules add to it in order.</summary>
internal sealed class OpinionBuilder(string specialist)
{
    public string Specialist { get; } = specialist;

    public List<PlanTask> Tasks { get; } = [];

    public List<PlanTest> Tests { get; } = [];

    public List<Risk> Risks { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public List<Question> Questions { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public List<string> Evidence { get; } = [];

    /// <summary>Facts that are missing though no question asks for them; each lowers the confidence.</summary>
    public List<string> Doubts { get; } = [];

    /// <summary>What is not seen in the code and asked instead; keeps the confidence from being full, no more.</summary>
    public List<string> Reservations { get; } = [];

    public List<string> Summary { get; } = [];

    /// <summary>What was looked at, for a specialist that judges the work of others; empty for those that have criteria of their own.</summary>
    public string Looked { get; set; } = "";

    public SchemaDesign Schema { get; set; } = new();

    public PipelineDesign Pipelines { get; set; } = new();

    public ServiceDesign Services { get; set; } = new();

    public ApiDesign Api { get; set; } = new();

    public FrontendDesign Frontend { get; set; } = new();

    public PerformanceDesign Performance { get; set; } = new();

    /// <summary>The designs in which something stands.</summary>
    public IReadOnlyList<Design> Designs()
    {
        (Design Design, bool HasContent)[] all =
        [
            (Schema, Schema.Migrations.Count + Schema.Tables.Count > 0),
            (Pipelines, Pipelines.Pipelines.Count > 0),
            (Services, Services.Services.Count + Services.Rules.Count > 0),
            (Api, Api.Endpoints.Count > 0),
            (Frontend, Frontend.Views.Count > 0),
            (Performance, !Performance.IsEmpty),
        ];
        return [.. all.Where(d => d.HasContent).Select(d => d.Design)];
    }

    /// <summary>A local id, unique in this opinion.</summary>
    public string Id(string slug)
    {
        var id = $"{Specialist}/{Words.Slug(slug)}";
        return Taken(id) ? Enumerable.Range(2, 1000).Select(n => $"{id}-{n}").First(i => !Taken(i)) : id;
    }

    /// <summary>True where nothing came out.</summary>
    public bool IsEmpty => Tasks.Count + Risks.Count + Questions.Count + Decisions.Count == 0;

    /// <summary>Adds a risk under its local id and returns that; one without work that answers it is not raised.</summary>
    public string? Raise(string slug, Risk risk)
    {
        if (risk.Tasks.Count == 0)
        {
            return null;
        }

        var id = Id("risk-" + slug);
        Risks.Add(risk with { Id = id });
        return id;
    }

    /// <summary>Asks, unless it was answered or asked already.</summary>
    /// <returns>The answer; null where it is still open.</returns>
    public string? Ask(RuleContext brief, TopicKey key, string text, string owner, bool blocking, string assumption, params IReadOnlyList<string> touches)
    {
        var question = new Question
        {
            Id = Id($"ask-{key}"),
            Key = key,
            Text = text,
            Owner = owner,
            Blocking = blocking,
            Assumption = assumption,
            Touches = touches.Count > 0 ? touches : [Specialist],
        };
        var answer = brief.Answer(question);
        if (answer is null && Asked(key) is null)
        {
            Questions.Add(question);
        }

        return answer;
    }

    /// <summary>The question that this opinion asks about a topic, or null.</summary>
    public Question? Asked(TopicKey key) => Questions.Find(q => q.Key == key);

    /// <summary>Notes a gap, unless research filled it; then its source is evidence.</summary>
    public void Miss(RuleContext brief, string subject, string text, string? criterion = null)
    {
        if (brief.Researched(subject) is { } note)
        {
            Cite(note.Source);
        }
        else if (!Gaps.Exists(g => g.Subject == subject))
        {
            Gaps.Add(new Gap(subject, text, criterion));
        }
    }

    /// <summary>Notes a read that grows with the data.</summary>
    public void Heat(HotPath path) => Performance = Performance with { HotPaths = [.. Performance.HotPaths, path] };

    public void Cite(params IReadOnlyList<string> places) =>
        Evidence.AddRange(places.Where(p => p.Length > 0 && !Evidence.Contains(p, StringComparer.Ordinal)));

    private bool Taken(string id) =>
        Tasks.Exists(t => t.Id == id)
            || Tests.Exists(t => t.Id == id)
            || Risks.Exists(r => r.Id == id)
            || Decisions.Exists(d => d.Id == id)
            || Questions.Exists(q => q.Id == id);
}
