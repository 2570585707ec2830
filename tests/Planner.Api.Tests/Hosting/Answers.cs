namespace Planner.Api.Tests.Hosting;

/// <summary>Reads answers of the host.</summary>
internal static class Answers
{
    public static async Task<JsonElement> Json(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static Task<JsonElement> Json(this HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Fails unless the answer is a problem of that status; returns its text.</summary>
    public static async Task<string> IsProblem(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!);
        return text;
    }
}
