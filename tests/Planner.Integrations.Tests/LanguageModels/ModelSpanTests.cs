using System.Diagnostics;
using Planner.Core.LanguageModels;
using Planner.Durability.Telemetry;
using Planner.Testing.LanguageModels;
using Planner.Testing.Telemetry;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

public sealed class ModelSpanTests
{
    [Fact]
    public async Task Call_IsOneSpanWithoutPromptOrAnswer()
    {
        using var recorder = new SpanRecorder(PlannerTelemetry.Name);
        await using var bench = await ModelBench.Open(o => o.Deployments.Standard = "span-of-a-call");
        bench.Server.Then(new ModelReply.Status(500)).Then(new ModelReply.Text("the answer"));

        var answer = await bench.Ask(ModelBench.Question("the prompt"));

        var span = Assert.Single(recorder.Ended, s => s.DisplayName == "chat span-of-a-call");
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(
            ("chat", "openai", "span-of-a-call", "span-of-a-call-2026-11-01", answer.Usage.Input, answer.Usage.Output),
            (span.GetTagItem("gen_ai.operation.name"), span.GetTagItem("gen_ai.provider.name"), span.GetTagItem("gen_ai.request.model"),
             span.GetTagItem("gen_ai.response.model"), span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("gen_ai.usage.output_tokens")));
        Assert.Equal(["stop"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        Assert.DoesNotContain(span.TagObjects, t => t.Value is string text && text.Contains("the ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallThatFails_IsASpanWithTheKindOfFault()
    {
        using var recorder = new SpanRecorder(PlannerTelemetry.Name);
        await using var bench = await ModelBench.Open(o => o.Deployments.Standard = "span-of-a-fault");
        bench.Server.Then(new ModelReply.Status(403));

        await Assert.ThrowsAsync<ModelRequestException>(() => bench.Ask());

        var span = Assert.Single(recorder.Ended, s => s.DisplayName == "chat span-of-a-fault");
        Assert.Equal((nameof(ModelRequestException), ActivityStatusCode.Error), (span.GetTagItem("error.type"), span.Status));
    }
}
