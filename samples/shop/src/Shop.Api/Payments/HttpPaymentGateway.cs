using System.Net;
using Shop.Domain;
using Shop.Services.Payments;

namespace Shop.Api.Payments;

/// <summary>The payment provider's HTTP API. A declined capture is a result; an unreachable provider throws.</summary>
internal sealed class HttpPaymentGateway(HttpClient http) : IPaymentGateway
{
    public async Task<CaptureResult> CaptureAsync(
        string idempotencyKey, Money amount, string paymentToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "captures");
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Content = JsonContent.Create(new CaptureBody(amount.Amount, amount.Currency, paymentToken));
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.PaymentRequired)
        {
            return new CaptureResult(false, "");
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<CaptureAnswer>(cancellationToken);
        return answer is { Reference.Length: > 0 }
            ? new CaptureResult(true, answer.Reference)
            : throw new HttpRequestException("The payment provider answered without a reference.");
    }

    private sealed record CaptureBody(decimal Amount, string Currency, string Token);

    private sealed record CaptureAnswer(string Reference);
}
