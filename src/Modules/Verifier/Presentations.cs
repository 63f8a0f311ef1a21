using Modellstadt.Kernel.Outcomes;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Redeeming;

namespace Modellstadt.Verifier;

/// <summary>Asks citizens' wallets and takes their answers (OpenID4VP 1.0).</summary>
public sealed class Presentations
{
    private readonly StartPresentation start;
    private readonly ReadProgress read;
    private readonly RedeemPresentation redeem;
    private readonly ForgetResult forget;

    internal Presentations(StartPresentation start, ReadProgress read, RedeemPresentation redeem, ForgetResult forget) =>
        (this.start, this.read, this.redeem, this.forget) = (start, read, redeem, forget);

    /// <summary>Asks a question. It can be answered for 2 minutes.</summary>
    /// <exception cref="ArgumentException">The return path leaves the portal, or something else than key-bound SD-JWT VCs is asked for.</exception>
    public Task<StartedPresentation> StartAsync(PresentationDraft draft, CancellationToken cancellationToken) => start.ExecuteAsync(draft, cancellationToken);

    /// <summary>How far the presentation is; null when it does not exist or another browser started it.</summary>
    public Task<PresentationProgress?> ReadStateAsync(Guid id, string browserSession, CancellationToken cancellationToken) =>
        read.ExecuteAsync(id, browserSession, cancellationToken);

    /// <summary>
    /// The result for the <c>response_code</c> of the return path: within 2 minutes, in the browser that asked, until
    /// <see cref="ForgetAsync"/>. The wallet's own "no" and every reason not to accept its answer are refusals.
    /// </summary>
    public Task<Outcome<PresentationResult>> RedeemAsync(string responseCode, string browserSession, CancellationToken cancellationToken) =>
        redeem.ExecuteAsync(responseCode, browserSession, cancellationToken);

    /// <summary>
    /// Uses up the code, once the caller has stored what it needs of the result: a process that dies before loses nothing that a
    /// wallet has shown. Harmless when repeated.
    /// </summary>
    public Task ForgetAsync(Guid id, CancellationToken cancellationToken) => forget.ExecuteAsync(id, cancellationToken);
}
