using Microsoft.AspNetCore.Http;

namespace Planner.Api.Protection;

/// <summary>Headers that keep an answer from being run, framed, guessed at or kept by others. A route that set its own keeps it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
        ("Cache-Control", "no-store"),
    ];

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            foreach (var (name, value) in Always)
            {
                context.Response.Headers.TryAdd(name, value);
            }

            if (context.Request.IsHttps)
            {
                context.Response.Headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
