// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/decide.h>

namespace huiyin {

/// Where the destruction of a case stands. The two signatures are the moves of the pack that stamp
/// `destructionProposedAt` and `destructionApprovedAt`; a reopening makes them void.
struct Destruction
{
    enum class State { Due, Proposed, Approved };
    State state = State::Due;
    QString proposedBy, approvedBy; ///< person ids, empty until then
    QString witness;
    std::optional<Instant> proposedAt, approvedAt;
};

[[nodiscard]] Destruction destructionOf(const Regulation &regulation, const CaseFile &caseFile);

/// The day the term of a case ends: `retainUntil`, else its class's years after the closing;
/// nothing for a class without an end and for a case that is not closed.
[[nodiscard]] std::optional<Day> keptUntil(const Regulation &regulation, const CaseFile &caseFile);

/// The move that gives the first signature (proposal) or the second (approval), nullptr where the
/// pack has none.
[[nodiscard]] const MoveRule *destructionMove(const Regulation &regulation, bool approval);

/// Destroys the contents of a case whose term is over and whose destruction two people have signed.
/// \param legalGround  by what law or rule, in a person's words \param backups  names of copies
/// that go on holding the contents
/// \error step.voided, step.erased, step.keptOut, step.notConcerned, erase.ground, erase.stage,
/// erase.term, erase.unsigned, erase.sameHand, erase.lent, erase.role
[[nodiscard]] Decision decideErase(const Ground &ground,
                                   const Actor &actor,
                                   const CaseFile &caseFile,
                                   const QString &legalGround,
                                   const QStringList &backups = {});

/// One lending of a file, from the steps of its case.
struct Loan
{
    QString borrower, department, mode, purpose, lentBy;
    Instant lentAt = Instant::fromUtcMs(0);
    std::optional<Instant> dueBack, returnedAt;
    QString condition; ///< as it came back: code of CL-Condition

    [[nodiscard]] bool overdue(Instant now) const
    {
        return !returnedAt && dueBack && *dueBack < now;
    }
};

/// Every lending of the case, oldest first.
[[nodiscard]] QVector<Loan> loansOf(const OfficeHours &hours, const CaseFile &caseFile);

} // namespace huiyin
