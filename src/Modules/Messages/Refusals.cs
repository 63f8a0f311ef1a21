using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Messages;

/// <summary>A refusal of this module.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record MessagesRefusal(string Name, int StatusCode, Func<MessagesTexts, RefusalText> Words)
    : SpokenRefusal<MessagesTexts>($"urn:modellstadt:messages:{Name}", StatusCode, Words);

/// <summary>What was typed is no e-mail address.</summary>
internal sealed record AddressUnusable() : MessagesRefusal("address-unusable", StatusCodes.Status400BadRequest, texts => texts.AddressUnusable);

/// <summary>Too many confirmation mails were asked for today.</summary>
internal sealed record TooManyConfirmations() : MessagesRefusal("too-many-confirmations", StatusCodes.Status429TooManyRequests, texts => texts.TooManyConfirmations);

/// <summary>The link of a confirmation mail does not count, or no longer.</summary>
internal sealed record ConfirmationUnknown() : MessagesRefusal("confirmation-unknown", StatusCodes.Status410Gone, texts => texts.ConfirmationUnknown);

/// <summary>There is no such message, or a clerk can do nothing with it.</summary>
internal sealed record MessageUnknown() : MessagesRefusal("message-unknown", StatusCodes.Status404NotFound, texts => texts.MessageUnknown);

/// <summary>There is no such batch of letters.</summary>
internal sealed record BatchUnknown() : MessagesRefusal("batch-unknown", StatusCodes.Status404NotFound, texts => texts.BatchUnknown);

/// <summary>Nothing waits to be printed.</summary>
internal sealed record NothingToPrint() : MessagesRefusal("nothing-to-print", StatusCodes.Status409Conflict, texts => texts.NothingToPrint);
