using System.Text;
using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Packing;

/// <summary>What is particular to one specialist in one round: its criteria, what others planned, what was settled, what is new.</summary>
internal static class PanelText
{
    private const string Nothing = "Nothing.";

    public static string Assigned(Consultation consultation) =>
        consultation.Assignment.Of(consultation.Definition.Name) is { Count: > 0 } own
            ? string.Join(", ", own)
            : "none; you judge the work of others and speak where something is missing in it";

    public static string Others(Consultation consultation) => string.Join('\n', consultation.Assignment.Owned
        .Where(o => o.Key != consultation.Definition.Name && o.Value.Count > 0)
        .Select(o => $"The {o.Key} specialist has {string.Join(", ", o.Value)}."));

    public static string BuildsOn(Consultation consultation) =>
        string.Join('\n', consultation.BuildsOn.Where(o => o.Applies).Select(Planned)) is { Length: > 0 } text ? text : Nothing;

    public static string Settled(Consultation consultation) => Lines(consultation.Decisions
        .Select(d =>
            $"{d.Decision.Key}: {d.Decision.Title} — {d.Chosen.Title} ({(d.Status == DecisionStatus.Provisional ? "PROVISIONAL, by deadline" : "decided")}). "
                + $"{d.Rationale}")
        .Concat(consultation.Answers.Select(a => $"{a.Question.Key}: {a.Question.Text} — {a.Answer}")));

    public static string News(Consultation consultation) => Lines(Again(consultation)
        .Concat(consultation.Research.Select(n => $"found out about {n.Gap}: {n.Fact} ({n.Source})"))
        .Concat(consultation.Findings.Select(f => $"the review found in your part: {f.Message}")));

    /// <summary>A second look is worth its price only where it looks at what the first one did not.</summary>
    private static IEnumerable<string> Again(Consultation consultation) => consultation.Round > 1
        ? ["You are asked again because something was unsure or did not hold. Look up now what you have not read, before you answer; it is in the tools."]
        : [];

    private static string Planned(Opinion opinion)
    {
        var text = new StringBuilder($"## {opinion.Specialist}\n<<<\n{Fence.Line(opinion.Summary)}\n");
        foreach (var line in Tasks(opinion).Concat(Designs(opinion)).Concat(opinion.Tests.Select(t => $"test of {t.Task}: {t.Title} ({t.File ?? "no file"})")))
        {
            text.Append("- ").Append(Fence.Line(line)).Append('\n');
        }

        return text.Append(">>>").ToString();
    }

    private static IEnumerable<string> Tasks(Opinion opinion)
    {
        foreach (var task in opinion.Tasks)
        {
            var files = task.Files.Select(f => $"{f.Change.ToString().ToLowerInvariant()} {f.Path}");
            yield return $"{task.Id}: {task.Title} ({string.Join(", ", files)}) for {string.Join(", ", task.Satisfies)}";
        }

        foreach (var decision in opinion.Decisions)
        {
            yield return $"asked already, do not ask again: {decision.Key}: {decision.Title}";
        }
    }

    private static IEnumerable<string> Designs(Opinion opinion) =>
    [
        .. opinion.Design<SchemaDesign>()?.Migrations.Select(m => $"script {m.Name}: {m.Up}") ?? [],
        .. opinion.Design<ServiceDesign>()?.Services.Select(s => $"{s.Kind} {s.Type} in {s.File}: {string.Join("; ", s.Members.Select(m => m.Signature))}")
            ?? [],
        .. opinion.Design<ApiDesign>()?.Endpoints.Select(e => $"endpoint {e.Method} {e.Route}: {e.Purpose}") ?? [],
        .. opinion.Design<PipelineDesign>()?.Pipelines.Select(p =>
            $"job {p.Job} in {p.File}: reads {string.Join(", ", p.Sources)}, writes {string.Join(", ", p.Targets)}")
            ?? [],
    ];

    private static string Lines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(Fence.Line).Select(l => "- " + l)) is { Length: > 0 } text ? $"<<<\n{text}\n>>>" : Nothing;
}
