// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/erase.h>

namespace huiyin {

/// A filed case whose term is over.
struct RetentionRow
{
    CaseId caseId;
    QString caseNo, archiveNo;
    QString retention; ///< class of CL-15
    Day until;         ///< the day its term ended
    Destruction destruction;
};

/// What is left of a destroyed case.
struct DestroyedRow
{
    CaseId caseId;
    QString caseNo, archiveNo, retention;
    Instant at;
    QString legalGround;
    QString by, proposedBy, approvedBy, witness; ///< person ids, the witness by name
    QString backups; ///< names of those that held the contents then, 、 between them
};

/// A line of the loan register.
struct LoanRow
{
    CaseId caseId;
    QString caseNo, archiveNo;
    Loan loan;
};

/// What one case of several answered.
struct CaseAnswer
{
    CaseId caseId;
    QString caseNo;
    Findings findings; ///< with a refusal nothing was written for it
};

} // namespace huiyin
