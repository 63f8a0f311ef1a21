using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Board;

internal sealed record NoSuchMeeting() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:no-such-meeting", 404, texts => texts.NoSuchMeeting);

internal sealed record NoSuchProposal() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:no-such-proposal", 404, texts => texts.NoSuchProposal);

internal sealed record MeetingIncomplete() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:meeting-incomplete", 422, texts => texts.MeetingIncomplete);

internal sealed record ProposalIncomplete() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-incomplete", 422, texts => texts.ProposalIncomplete);

internal sealed record ProposalSumsUnusable() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-sums-unusable", 422, texts => texts.ProposalSumsUnusable);

internal sealed record ProposalAboveCosts() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-above-costs", 422, texts => texts.ProposalAboveCosts);

internal sealed record ProposalProjectUnknown() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-project-unknown", 422, texts => texts.ProposalProjectUnknown);

internal sealed record ProposalFormUsedBefore() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-form-used-before", 409, texts => texts.ProposalFormUsedBefore);

internal sealed record ProposalChangedMeanwhile() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-changed-meanwhile", 409, texts => texts.ProposalChangedMeanwhile);

internal sealed record ProposalNotOpen() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-not-open", 409, texts => texts.ProposalNotOpen);

internal sealed record AgendaClosed() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:agenda-closed", 409, texts => texts.AgendaClosed);

internal sealed record NotOnAgenda() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:not-on-agenda", 409, texts => texts.NotOnAgenda);

internal sealed record VoteNotOpen() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:vote-not-open", 409, texts => texts.VoteNotOpen);

internal sealed record VoteClosed() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:vote-closed", 409, texts => texts.VoteClosed);

internal sealed record VoteStillOpen() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:vote-still-open", 409, texts => texts.VoteStillOpen);

internal sealed record NotOnRoll() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:not-on-roll", 403, texts => texts.NotOnRoll);

internal sealed record BallotUnreadable() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:ballot-unreadable", 422, texts => texts.BallotUnreadable);

internal sealed record ProposalReasonMissing() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-reason-missing", 422, texts => texts.ProposalReasonMissing);

internal sealed record ProposalNotRecommended() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:proposal-not-recommended", 409, texts => texts.ProposalNotRecommended);

internal sealed record MinutesNotDrafted() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:minutes-not-drafted", 409, texts => texts.MinutesNotDrafted);

internal sealed record MinutesUnusable() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:minutes-unusable", 422, texts => texts.MinutesUnusable);

internal sealed record MinutesFixed() : SpokenRefusal<BoardTexts>("urn:modellstadt:region:minutes-fixed", 409, texts => texts.MinutesFixed);
