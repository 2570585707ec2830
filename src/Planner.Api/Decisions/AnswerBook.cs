using System.Globalization;
using Planner.Api.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Api.Decisions;

/// <summary>
/// What a run asks and asked: while it waits, from its agenda and inbox; once it has written a version, from there. In
/// between nothing can be answered, and nothing is shown.
/// </summary>
internal sealed class AnswerBook(AnswerService desk, IInbox inbox, RunVersion versions)
{
    public async Task<IReadOnlyList<DecisionView>> Decisions(VersionPlace place, CancellationToken cancellation)
    {
        if (await versions.Read(place, DecisionLogFile.Path, cancellation) is { } log)
        {
            return [.. PlanJson.Read<DecisionLogFile>(log).Decisions.Select(DecisionView.Of)];
        }

        if (await desk.Asked(place.RunId, cancellation) is not { } asked)
        {
            return [];
        }

        var answers = await Answers(place.RunId, cancellation);
        return [.. asked.Agenda.Items
            .Select(i => Of(i, asked.Progress.Until, answers.GetValueOrDefault(i.Decision.Id)))
            .OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<QuestionView>> Questions(VersionPlace place, CancellationToken cancellation)
    {
        if (await versions.Read(place, QuestionsFile.Path, cancellation) is { } file)
        {
            return [.. PlanJson.Read<QuestionsFile>(file).Questions.Select(q => new QuestionView(q.Id, q.Text, q.Owner, q.Blocking, q.Assumption, q.Answer))];
        }

        if (await desk.Asked(place.RunId, cancellation) is not { } asked)
        {
            return [];
        }

        var answers = await Answers(place.RunId, cancellation);
        return [.. asked.Agenda.Questions.Select(q =>
            new QuestionView(q.Id, q.Text, q.Owner, q.Blocking, q.Assumption, q.Answer ?? answers.GetValueOrDefault(q.Id)?.Text))];
    }

    private async Task<Dictionary<string, InboxAnswer>> Answers(string runId, CancellationToken cancellation) =>
        (await inbox.Read(runId, cancellation)).ToDictionary(i => i.Item, i => Payload.Read<InboxAnswer>(i.Payload), StringComparer.Ordinal);

    private static DecisionView Of(AgendaItem item, DateTimeOffset? deadline, InboxAnswer? answer)
    {
        var view = DecisionView.Of(DecisionEntry.Of(item.Settled ?? SettledDecision.Pending(item.Decision, deadline ?? default)));
        return answer?.Option is null ? view : view with
        {
            Status = answer.IsProvisional ? DecisionStatus.Provisional : DecisionStatus.Decided,
            Option = answer.Option,
            Rationale = answer.Rationale,
            DecidedBy = answer.By,
            Timestamp = answer.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
    }
}
