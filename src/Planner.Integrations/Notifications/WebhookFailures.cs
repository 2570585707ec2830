using System.Globalization;

namespace Planner.Integrations.Notifications;

/// <summary>Why a message was not sent, in a line that says what helps; without the address, which is a secret.</summary>
internal static class WebhookFailures
{
    public static string Refused(NotificationKind kind, WebhookAnswer answer)
    {
        var said = ((int)answer.Status).ToString(CultureInfo.InvariantCulture) + (answer.Word.Length > 0 ? $": {answer.Word}" : "");
        return (int)answer.Status switch
        {
            >= 200 and < 300 =>
                $"a web page answered instead of {kind} ({said}): check Notifications__WebhookUrl, and that no log-in page or proxy stands before it.",
            >= 300 and < 400 => $"{kind}'s webhook leads elsewhere ({said}): set Notifications__WebhookUrl to the address that the channel shows.",
            401 or 403 or 404 or 410 =>
                $"{kind} does not know the webhook any more or forbids it ({said}): make a new one in the channel and set Notifications__WebhookUrl to it.",
            408 or 504 => $"{kind} did not answer in time ({said}); whether the message arrived is not known.",
            429 => $"{kind} takes no more messages for a while ({said}).",
            >= 500 => $"{kind} cannot take messages now ({said}).",
            _ => $"{kind} does not accept the message ({said}): check that Notifications__Kind is what is behind Notifications__WebhookUrl.",
        };
    }

    public static string NoAnswer(NotificationKind kind, HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"there is no host of {kind}'s webhook: check Notifications__WebhookUrl and the network.",
        HttpRequestError.SecureConnectionError =>
            $"no secure connection to {kind}'s webhook came about: check the certificates of this machine and of a proxy in between.",
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError =>
            $"{kind}'s webhook cannot be reached ({fault.HttpRequestError}): check Notifications__WebhookUrl and the network.",
        _ => Broken(kind),
    };

    public static string Broken(NotificationKind kind) => $"the connection to {kind}'s webhook broke; whether the message arrived is not known.";

    public static string TooLate(NotificationKind kind) => $"{kind}'s webhook did not answer in time; whether the message arrived is not known.";

    public static string LeftInPeace(NotificationKind kind) => $"{kind}'s webhook failed repeatedly; calls are paused for a moment.";
}
