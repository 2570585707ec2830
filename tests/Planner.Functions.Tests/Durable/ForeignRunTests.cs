using System.Text.Json;
using Microsoft.DurableTask.Client;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Functions.Tests.Durable;

/// <summary>What lies in a task hub under a name of ours and was written by others.</summary>
public sealed class ForeignRunTests
{
    private const string Ours = """{"storyVersion":"2","input":"1"}""";

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":1}")]
    [InlineData("[1]")]
    [InlineData("{\"storyVersion\":null,\"input\":\"1\"}")]
    [InlineData("{\"storyVersion\":\"blue\",\"input\":\"1\"}")]
    [InlineData("{\"storyVersion\":\"2\",\"input\":{}}")]
    [InlineData("https://account.blob.core.windows.net/large")]
    public void InputThatIsNotOurs_IsNoRun(string? input) => Assert.Null(DurableRun.Of(Metadata(input)));

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("[1]")]
    [InlineData("nothing")]
    public void StatusAndOutputThatAreNotOurs_AreLeftOut(string text)
    {
        var completed = DurableRun.Of(Metadata(Ours, OrchestrationRuntimeStatus.Completed, text))!.Info(null);
        var terminated = DurableRun.Of(Metadata(Ours, OrchestrationRuntimeStatus.Terminated, text))!.Info(null);

        Assert.Equal((null, null), (completed.CustomStatus, completed.Output));
        Assert.NotNull(terminated.Reason);
    }

    [Fact]
    public void OursIsRead()
    {
        var run = DurableRun.Of(Metadata(Ours, OrchestrationRuntimeStatus.Completed, """{"result":"3"}""", JsonSerializer.Serialize("at work")))!.Info(null);

        Assert.Equal(("2", "1", "3", "at work"), (run.StoryVersion, run.Input, run.Output, run.CustomStatus));
    }

    private static OrchestrationMetadata Metadata(
        string? input, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running, string? output = null,
        string? custom = null) => new("plan-ticket", "SHOP-1-x")
        {
            RuntimeStatus = status,
            SerializedInput = input,
            SerializedOutput = output,
            SerializedCustomStatus = custom ?? output,
        };
}
