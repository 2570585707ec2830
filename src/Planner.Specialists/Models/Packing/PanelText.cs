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

    public static string BuildsOn(Consultation consultation)
    {
        var text = new StringBuilder();
        foreach (var opinion in consultation.BuildsOn.Where(o => o.Applies))
        {
            text.Append("## ").Append(opinion.Specialist).Append("\n<<<\n").Append(Fence.Line(opinion.Summary)).Append('\n');
            foreach (var task in opinion.Tasks)
            {
                text.Append("- ")
                    .Append(Fence.Line(
                        $"{task.Id}: {task.Title} ({string.Join(", ", task.Files.Select(f => $"{f.Change.ToString().ToLowerInvariant()} {f.Path}"))})"))
                    .Append('\n');
            }

            foreach (var script in opinion.Design<SchemaDesign>()?.Migrations ?? [])
            {
                text.Append("- script ").Append(Fence.Line($"{script.Name}: {script.Up}")).Append('\n');
            }

            foreach (var endpoint in opinion.Design<ApiDesign>()?.Endpoints ?? [])
            {
                text.Append("- endpoint ").Append(Fence.Line($"{endpoint.Method} {endpoint.Route}: {endpoint.Purpose}")).Append('\n');
            }

            foreach (var type in opinion.Design<ServiceDesign>()?.Services ?? [])
            {
                text.Append("- type ")
                    .Append(Fence.Line($"{type.Kind} {type.Type} in {type.File}: {string.Join("; ", type.Members.Select(m => m.Signature))}"))
                    .Append('\n');
            }

            foreach (var decision in opinion.Decisions)
            {
                text.Append("- asked already, do not ask again: ").Append(Fence.Line($"{decision.Key}: {decision.Title}")).Append('\n');
            }

            text.Append(">>>\n");
        }

        return text.Length == 0 ? Nothing : text.ToString().TrimEnd();
    }

    public static string Settled(Consultation consultation) => Lines(consultation.Decisions
        .Select(d =>
            $"{d.Decision.Key}: {d.Decision.Title} — {d.Chosen.Title} ({(d.Status == DecisionStatus.Provisional ? "PROVISIONAL, by deadline" : "decided")}). "
                + $"{d.Rationale}")
        .Concat(consultation.Answers.Select(a => $"{a.Question.Key}: {a.Question.Text} — {a.Answer}")));

    public static string News(Consultation consultation) => Lines(consultation.Research
        .Select(n => $"found out about {n.Gap}: {n.Fact} ({n.Source})")
        .Concat(consultation.Findings.Select(f => $"the review found in your part: {f.Message}")));

    private static string Lines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(Fence.Line).Select(l => "- " + l)) is { Length: > 0 } text ? $"<<<\n{text}\n>>>" : Nothing;
}
