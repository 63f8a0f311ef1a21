// Ours: a refusal that names the clause it rests on.
namespace Modellstadt.Protocols.Credentials;

/// <summary>Why a message was refused, in the words of the specification it violates.</summary>
/// <param name="Code">Stable machine-readable code, one of <see cref="ErrorCodes"/> or of the specification.</param>
/// <param name="Clause">The specification and section whose rule was broken, e.g. "RFC 9901 §7.1 (4)".</param>
/// <param name="Detail">One plain English sentence for the log; holds no secrets and no claim values.</param>
public sealed record ProtocolError(string Code, string Clause, string Detail);
