using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Verifier.Asking;

/// <summary>Slows down whoever guesses typed codes.</summary>
internal sealed class CodeLimit(IOptions<VerifierOptions> options) : NetworkLimit(options.Value.CodesPerMinute);

/// <summary>Slows down whoever has questions asked that nobody answers (<see cref="Presentations.RateLimit"/>).</summary>
internal sealed class QuestionLimit(IOptions<VerifierOptions> options) : NetworkLimit(options.Value.QuestionsPerMinute);
