using Planner.Core.LanguageModels;

namespace Planner.Integrations.LanguageModels;

/// <summary>Ways in which a service does not answer at all, as faults that a retry helps against.</summary>
internal static class ModelOutages
{
    private const string Again = "it is tried again.";

    public static ModelOutOfReachException AsksForPeace(string deployment, TimeSpan pause) => new(
        $"The model's deployment {deployment} takes no more requests for {pause.TotalSeconds:0} s, as it said; then {Again}",
        ModelKinds.OpenAi,
        deployment);

    public static ModelOutOfReachException NoConnection(ModelTarget target, Exception fault) => Out(
        target,
        (fault.InnerException as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"There is no host {target.Host}: check LanguageModel__Endpoint and the network; {Again}",
            HttpRequestError.SecureConnectionError =>
                $"No secure connection to {target} came about: check the certificates of this machine and of a proxy in between; {Again}",
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError =>
                $"{target} cannot be reached: check LanguageModel__Endpoint and the network; {Again}",
            _ => $"The connection to {target} broke before the answer was there; {Again}",
        },
        fault);

    public static ModelOutOfReachException TooLate(ModelTarget target, TimeSpan limit, Exception fault) =>
        Out(target, $"{target} did not answer in {limit.TotalSeconds:0} s; {Again}", fault);

    public static ModelOutOfReachException LeftInPeace(ModelTarget target, Exception fault) =>
        Out(target, $"{target} failed repeatedly; calls are paused for a moment; {Again}", fault);

    public static ModelOutOfReachException NoToken(ModelTarget target, Exception fault) => Out(
        target,
        $"Entra gave no token for {target}: check the identity of this process (AZURE_CLIENT_ID, or az login), or set LanguageModel__ApiKey; {Again}",
        fault);

    private static ModelOutOfReachException Out(ModelTarget target, string message, Exception fault) =>
        new(message, ModelKinds.OpenAi, target.Deployment, fault);
}
