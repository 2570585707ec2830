using Microsoft.AspNetCore.Http;
using Planner.Api.Access;
using Planner.Api.Problems;
using Planner.Api.Runs;
using Planner.Core.Decisions;
using Planner.Core.Planning.Replanning;

namespace Planner.Api.Decisions;

/// <summary>Takes what callers say to runs, each in a name.</summary>
internal sealed class AnswerTaking(RunLookup runs, TimeProvider clock)
{
    /// <summary>Takes what the caller says to a decision or question of a run, or of the run that took over from it.</summary>
    public async Task<IResult> Take(HttpContext context, string runId, string item, string? decidedBy, GivenAnswer given, CancellationToken cancellation)
    {
        if (await runs.Current(runId, cancellation) is not { } run)
        {
            return Problem.NoRun();
        }

        var (by, fault) = Actor.Of(Caller.Of(context.User), decidedBy);
        if (by is null && fault is null)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, AnswerResults.NotForOthers);
        }

        if ((fault ?? given.Fault) is { } wrong)
        {
            return Problem.BadRequest(wrong);
        }

        var answer = given.Of(by!, clock.GetUtcNow());
        return AnswerResults.Of(await given.Take(run.InstanceId, item, answer, cancellation), run.InstanceId, item, answer);
    }
}

/// <summary>What a caller says.</summary>
/// <param name="Fault">Why it cannot be taken, or null.</param>
/// <param name="Of">The answer, by whom and when.</param>
/// <param name="Take">Gives it to the run.</param>
internal sealed record GivenAnswer(
    string? Fault,
    Func<string, DateTimeOffset, InboxAnswer> Of,
    Func<string, string, InboxAnswer, CancellationToken, Task<AnswerOutcome>> Take);
