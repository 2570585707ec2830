using Planner.Core.Grounding.Facts;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Security;

public sealed class SecurityRulesTests
{
    [Fact]
    public async Task Key_of_the_caller_is_bound_to_the_caller()
    {
        var security = await Fixtures.Keyed().Ask("security");

        Assert.Contains(security.Tests, t => t.Title.Contains("`Idempotency-Key` of somebody else's request", StringComparison.Ordinal) && t.File is not null);
        Assert.Contains(security.Risks, r => r.Id == "security/risk-stolen-key" && r.Tasks.Any(t => t.StartsWith("api/", StringComparison.Ordinal)));
        Assert.Contains(security.Questions, q => q.Text.Contains("comes with another body", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repeated_post_without_a_key_is_a_risk_of_its_endpoint()
    {
        var risk = Assert.Single((await Fixtures.Referral().Ask("security")).Risks, r => r.Id == "security/risk-repeated");

        Assert.Contains("`POST /api/visits/{visitId}/referrals`", risk.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_of_which_nobody_says_who_may_call_is_asked_and_not_rated_full()
    {
        var security = await Fixtures.Referral().Ask("security");

        Assert.Contains(security.Questions, q => q.Text == "Who may call `POST /api/visits/{visitId}/referrals`?");
        Assert.Equal(8, security.Confidence);
    }

    [Fact]
    public async Task Columns_about_people_are_named_with_a_question_about_keeping_them()
    {
        var code = Fixtures.Clinic().New("contacts", MentionKind.Table, "visit_id bigint!", "email text!", "phone text");
        var security = await PanelRound
            .About(code, "A table `contacts` with `visit_id`, `email` and `phone`.", "The table `contacts` holds who is called, through `VisitService`.")
            .Ask("security");

        Assert.Contains(security.Risks, r => r.Title.StartsWith("`contacts.email` and `contacts.phone`", StringComparison.Ordinal));
        Assert.Contains(security.Questions, q => q.Text.Contains("`contacts`", StringComparison.Ordinal));
    }
}
