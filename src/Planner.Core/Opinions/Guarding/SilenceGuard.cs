namespace Planner.Core.Opinions.Guarding;

/// <summary>Who has nothing to do says nothing, and a confidence runs from 1 to 10.</summary>
internal sealed class SilenceGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        var rated = opinion with { Confidence = Math.Clamp(opinion.Confidence, 1, 10) };
        if (rated.Confidence != opinion.Confidence)
        {
            sieve.Correct(
                OpinionFault.Text,
                "",
                $"The confidence of {opinion.Specialist} is {opinion.Confidence}; it runs from 1 to 10 and is taken as {rated.Confidence}.");
        }

        return opinion.Applies ? rated : Silent(rated, sieve);
    }

    private static Opinion Silent(Opinion opinion, GuardFindings sieve)
    {
        var said = opinion.Tasks.Count + opinion.Tests.Count + opinion.Risks.Count + opinion.Decisions.Count + opinion.Questions.Count;
        if (said > 0)
        {
            sieve.Miss(
                OpinionFault.Text,
                "",
                $"{opinion.Specialist} says that it has nothing to do; its {said} tasks, tests, risks, decisions and questions are left out.");
        }

        return opinion with
        {
            Gaps = [],
            Tasks = [],
            Tests = [],
            Risks = [],
            Decisions = [],
            Questions = [],
            Designs = [],
        };
    }
}
