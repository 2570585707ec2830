using Planner.Cli.Planning;
using Planner.Core.Text;
using Planner.Testing.Approvals;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

/// <summary>Scripts read what <c>plan --json</c> prints.</summary>
public sealed class PlanDocumentTests
{
    [Fact]
    public void PrintedDocument_HasTheApprovedShape() =>
        Approved.Matches("PlanDocument.approved.txt", JsonShape.Of(typeof(PlanDocument), PlanJson.Options));
}
