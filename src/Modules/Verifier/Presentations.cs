using Modellstadt.Kernel.Outcomes;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Redeeming;

namespace Modellstadt.Verifier;

/// <summary>Asks citizens' wallets and takes their answers (OpenID4VP 1.0).</summary>
public sealed class Presentations
{
    /// <summary>
    /// Name of the limit on questions from one network, for the endpoints that anybody can call to have a question asked: each
    /// costs a key and two stored rows.
    /// </summary>
    public const string RateLimit = "verifier-questions";

    private readonly StartPresentation start;
    private readonly ReadProgress read;
    private readonly RecognizeCode recognize;
    private readonly RedeemPresentation redeem;
    private readonly ForgetResult forget;

    internal Presentations(StartPresentation start, ReadProgress read, RecognizeCode recognize, RedeemPresentation redeem, ForgetResult forget) =>
        (this.start, this.read, this.recognize, this.redeem, this.forget) = (start, read, recognize, redeem, forget);

    /// <summary>Asks a question. It can be answered for 2 minutes.</summary>
    /// <exception cref="ArgumentException">The return path leaves the portal, or something else than key-bound SD-JWT VCs is asked for.</exception>
    public Task<StartedPresentation> StartAsync(PresentationDraft draft, CancellationToken cancellationToken) => start.ExecuteAsync(draft, cancellationToken);

    /// <summary>How far the presentation is; null when it does not exist or another browser started it.</summary>
    public Task<PresentationProgress?> ReadStateAsync(Guid id, string browserSession, CancellationToken cancellationToken) =>
        read.ExecuteAsync(id, browserSession, cancellationToken);

    /// <summary>
    /// True when this <c>response_code</c> is the way back of this presentation, in the browser that asked, and was not used before. Ask it before
    /// <see cref="RedeemAsync"/>: the code of another question would be used up for nothing.
    /// </summary>
    public Task<bool> IsAnswerAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken) =>
        recognize.ExecuteAsync(id, responseCode, browserSession, cancellationToken);

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
