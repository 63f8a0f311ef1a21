using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Wallets;

/// <summary>A refusal of this module.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record WalletsRefusal(string Name, int StatusCode, Func<WalletsTexts, RefusalText> Words)
    : SpokenRefusal<WalletsTexts>($"urn:modellstadt:wallets:{Name}", StatusCode, Words);

/// <summary>The DPoP proof is missing, does not hold, or was used before.</summary>
internal sealed record ProofRefused() : WalletsRefusal("proof-refused", StatusCodes.Status401Unauthorized, texts => texts.ProofRefused);

/// <summary>No wallet has this address and this key.</summary>
internal sealed record WalletUnknown() : WalletsRefusal("wallet-unknown", StatusCodes.Status404NotFound, texts => texts.WalletUnknown);

/// <summary>The wallet was locked by its emergency code.</summary>
internal sealed record WalletLocked() : WalletsRefusal("wallet-locked", StatusCodes.Status403Forbidden, texts => texts.WalletLocked);

/// <summary>The key, the code or the locator belongs to a wallet already.</summary>
internal sealed record AlreadyRegistered() : WalletsRefusal("already-registered", StatusCodes.Status409Conflict, texts => texts.AlreadyRegistered);

/// <summary>The message is not what this address takes.</summary>
internal sealed record Unreadable() : WalletsRefusal("unreadable", StatusCodes.Status400BadRequest, texts => texts.Unreadable);

/// <summary>The message is too long.</summary>
/// <param name="Bytes">What is taken.</param>
internal sealed record TooLong(int Bytes) : WalletsRefusal("too-long", StatusCodes.Status413PayloadTooLarge, texts => texts.TooLong(Bytes / 1024));

/// <summary>There is no such list.</summary>
internal sealed record ListUnknown() : WalletsRefusal("list-unknown", StatusCodes.Status404NotFound, texts => texts.ListUnknown);

/// <summary>The list has another version than the sender has seen.</summary>
internal sealed record ListChanged() : WalletsRefusal("list-changed", StatusCodes.Status412PreconditionFailed, texts => texts.ListChanged);

/// <summary>The sender does not say which version it has seen.</summary>
internal sealed record VersionMissing() : WalletsRefusal("version-missing", StatusCodes.Status428PreconditionRequired, texts => texts.VersionMissing);

/// <summary>The wallet does not prove that it holds the keys it wants to have attested.</summary>
internal sealed record KeyNotProved() : WalletsRefusal("key-not-proved", StatusCodes.Status400BadRequest, texts => texts.KeyNotProved);

/// <summary>What was typed cannot be an emergency code: a sign is wrong or missing.</summary>
internal sealed record CodeMistyped() : WalletsRefusal("code-mistyped", StatusCodes.Status400BadRequest, texts => texts.CodeMistyped);

/// <summary>No wallet has this emergency code, or no longer.</summary>
internal sealed record CodeUnknown() : WalletsRefusal("code-unknown", StatusCodes.Status410Gone, texts => texts.CodeUnknown);

/// <summary>There is no such mailbox, it is over, or its message is there or was read already.</summary>
internal sealed record MailboxUnknown() : WalletsRefusal("mailbox-unknown", StatusCodes.Status404NotFound, texts => texts.MailboxUnknown);

/// <summary>Nothing may be sent to this address of a push service.</summary>
internal sealed record PushAddressRefused() : WalletsRefusal("push-address-refused", StatusCodes.Status400BadRequest, texts => texts.PushAddressRefused);
