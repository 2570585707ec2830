using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>The worker that sends outbox messages, where that was decided.</summary>
internal sealed class OutboxWorkerRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (brief.Choices.Option(ExternalCall.KeyName) != ExternalCall.ByOutbox || ExternalCall.Outside(brief) is not { } type)
        {
            return;
        }

        var sender = brief.Grounding.Types.FirstOrDefault(t => t.Bases.Contains(type.Name, StringComparer.Ordinal) && !brief.Files.IsTest(t.File)) ?? type;
        var file = Files.Beside(sender.File, "OutboxWorker.cs");
        draft.Services = draft.Services with
        {
            Services = [.. draft.Services.Services, new ServiceChange("OutboxWorker", "class", file, brief.Files.Change(file).Change,
                [new MemberSpec(
                    "Task ExecuteAsync(CancellationToken stoppingToken)",
                    $"Takes the oldest unsent row of `{OutboxTable.Name}` with `FOR UPDATE SKIP LOCKED`, calls `{type.Name}`, marks the row as sent.",
                    [])],
                [type.Name], [])],
        };
        var id = draft.Do(brief, new Work(
            "outbox-worker",
            $"Add `OutboxWorker`, which calls `{type.Name}` for each message",
            "Retries with growing pauses, gives up after ten attempts and says so in the log; the message's id is the key that makes a repeated call "
                + "harmless. Register it as a hosted service.",
            TaskSize.M)
        {
            Satisfies = [.. brief.Choices.Criteria(ExternalCall.KeyName), brief.Choices.Id(ExternalCall.KeyName)],
            Paths = [file, .. Registrations.Of(brief, type, sender)],
            Needs = [Resource.Table(OutboxTable.Name)],
            DependsOn = [.. draft.Tasks.Where(t => t.Id.StartsWith("service/outside-", StringComparison.Ordinal)).Select(t => t.Id)],
        });
        draft.Prove(
            brief,
            "outbox-worker",
            $"`OutboxWorker` sends a message once, repeats it after a time-out, and keeps it after ten failures",
            brief.Choices.Criteria(ExternalCall.KeyName),
            TestKind.Integration,
            id,
            TestFiles.Of(brief, "OutboxWorker", file, sender.Name));
        draft.Summary.Add($"adds `OutboxWorker` for calls of `{type.Name}`");
    }
}
