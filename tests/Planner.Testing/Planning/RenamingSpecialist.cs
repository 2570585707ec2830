using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Durability;

namespace Planner.Testing.Planning;

/// <summary>Says what another one says in other words and under other ids, as a model would; what it reads of others stays as they called it.</summary>
public sealed class RenamingSpecialist(ISpecialist inner) : ISpecialist
{
    /// <inheritdoc />
    public string Mode => "scripted";

    public string PromptHash(SpecialistDefinition definition) => "";

    public async Task<Opinion> Consult(Consultation consultation, StepCall call)
    {
        var opinion = await inner.Consult(consultation, call);
        return new Renaming(opinion).Renamed();
    }

    private sealed class Renaming
    {
        private readonly Opinion opinion;
        private readonly Dictionary<string, string> ids;

        public Renaming(Opinion opinion)
        {
            this.opinion = opinion;
            var own = opinion.Tasks.Select(t => t.Id).Concat(opinion.Tests.Select(t => t.Id)).Concat(opinion.Risks.Select(r => r.Id))
                .Concat(opinion.Decisions.Select(d => d.Id)).Concat(opinion.Questions.Select(q => q.Id));
            ids = own.Distinct(StringComparer.Ordinal).Index().ToDictionary(i => i.Item, i => $"{opinion.Specialist}/n{i.Index + 1}", StringComparer.Ordinal);
        }

        public Opinion Renamed() => (opinion with
        {
            Tasks = [.. opinion.Tasks.Select(Task)],
            Tests = [.. opinion.Tests.Select(t => t with { Id = Of(t.Id), Title = Reworded(t.Title), Task = Of(t.Task), Covers = Of(t.Covers) })],
            Risks = [.. opinion.Risks.Select(r => r with { Id = Of(r.Id), Title = Reworded(r.Title), Tasks = Of(r.Tasks) })],
            Decisions = [.. opinion.Decisions.Select(Decision)],
            Questions = [.. opinion.Questions.Select(q => q with { Id = Of(q.Id), Text = Reworded(q.Text) })],
        }).Redesigned<PerformanceDesign>(Design);

        private PlanTask Task(PlanTask task) => task with
        {
            Id = Of(task.Id),
            Title = Reworded(task.Title),
            DependsOn = Of(task.DependsOn),
            Tests = Of(task.Tests),
            Satisfies = Of(task.Satisfies),
        };

        private Decision Decision(Decision decision) =>
            decision with { Id = Of(decision.Id), Title = Reworded(decision.Title), DependsOn = Of(decision.DependsOn) };

        private PerformanceDesign Design(PerformanceDesign design) => design with
        {
            Targets =
                [.. design.Targets.Select(t => t with { Question = OrNull(t.Question), SourceQuestion = OrNull(t.SourceQuestion), Test = OrNull(t.Test) })],
            HotPaths = [.. design.HotPaths.Select(h => h with { Risk = OrNull(h.Risk), Question = OrNull(h.Question) })],
        };

        private string? OrNull(string? id) => id is null ? null : Of(id);

        private string Of(string id) => ids.GetValueOrDefault(id, id);

        private List<string> Of(IReadOnlyList<string> ids) => [.. ids.Select(Of)];

        private static string Reworded(string text) => $"In other words, {text}";
    }
}
