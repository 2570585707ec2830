using Planner.Durability;
using Planner.Testing.Approvals;
using PublicApiGenerator;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Two engines implement the port and every workflow is written against it: a change is made on purpose or not at all.</summary>
public sealed class PortSurfaceTests
{
    private static readonly ApiGeneratorOptions Shown = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void PublicTypesAndMembers_AreTheApprovedOnes() =>
        Approved.Matches("Planner.Durability.approved.txt", typeof(WorkflowContext).Assembly.GeneratePublicApi(Shown).ReplaceLineEndings("\n") + "\n");
}
