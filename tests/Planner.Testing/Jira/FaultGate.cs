using Microsoft.AspNetCore.Http;

namespace Planner.Testing.Jira;

/// <summary>Keeps a record of requests and lets faults happen to them.</summary>
internal sealed class FaultGate(InProcessJira jira)
{
    private const string Html = "<!DOCTYPE html><html><head><title>Log in</title></head><body>Log in to continue</body></html>";

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value + context.Request.QueryString.Value;
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        jira.Requests.Enqueue(new(context.Request.Method, path, body, jira.Time.GetUtcNow(), context.Request.Headers.Authorization.ToString()));
        await (jira.Faults.Next(context.Request.Method, path) is { } fault ? Happen(fault, context, next) : next(context));
    }

    private Task Happen(JiraFault fault, HttpContext context, RequestDelegate next) => fault switch
    {
        JiraFault.Status status => Status(status, context),
        JiraFault.StatusAfterwards status => Afterwards(context, next, () => JiraAnswers.Error(context, status.Code, "Something went wrong afterwards.")),
        JiraFault.Silence => Silence(context),
        JiraFault.SilenceAfterwards => Afterwards(context, next, () => Silence(context)),
        JiraFault.Page => Afterwards(context, next, () => JiraAnswers.Write(context, 200, Html, "text/html;charset=UTF-8")),
        JiraFault.BreakInBody => Afterwards(context, next, () => BreakInBody(context)),
        JiraFault.Break => Break(context),
        JiraFault.Meanwhile people => Meanwhile(people, context, next),
        JiraFault.Slow slow => Slow(slow, context, next),
        _ => throw new InvalidOperationException("The kinds of faults are closed."),
    };

    private static Task Status(JiraFault.Status fault, HttpContext context)
    {
        if (fault.RetryAfter is { } after)
        {
            context.Response.Headers.RetryAfter = after;
        }

        return JiraAnswers.Write(context, fault.Code, fault.Body, fault.ContentType);
    }

    /// <summary>The work is done, and what it wanted to answer is thrown away.</summary>
    private static async Task Afterwards(HttpContext context, RequestDelegate next, Func<Task> instead)
    {
        var answer = context.Response.Body;
        context.Response.Body = new MemoryStream();
        await next(context);
        context.Response.Body = answer;
        context.Response.ContentLength = null;
        await instead();
    }

    private async Task Silence(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        jira.Hold(1);
        await gone.Task;
        jira.Hold(-1);
    }

    private static async Task BreakInBody(HttpContext context)
    {
        context.Response.StatusCode = 200;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 5_000;
        await context.Response.Body.WriteAsync("""{"id":"1","body":"""u8.ToArray());
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static Task Break(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Meanwhile(JiraFault.Meanwhile fault, HttpContext context, RequestDelegate next)
    {
        fault.People();
        return next(context);
    }

    private async Task Slow(JiraFault.Slow fault, HttpContext context, RequestDelegate next)
    {
        jira.Hold(1);
        try
        {
            await Task.Delay(fault.By, jira.Time, context.RequestAborted);
        }
        finally
        {
            jira.Hold(-1);
        }

        await next(context);
    }
}
