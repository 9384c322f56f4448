// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/regulation.h>
#include <rules/sheet.h>

#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// Steps that declare a follow-up document void: reason, and its number as the step's text.
namespace documentstep {
inline constexpr auto kVoid = "voidDocument";       ///< 作废
inline constexpr auto kReissue = "reissueDocument"; ///< 作废重开: drawn up anew under a new number
} // namespace documentstep

/// A follow-up document of a case: a transfer slip, a penalty notice, an agreement. What it says
/// is casePapers().
struct CaseDocument
{
    QString number;                     ///< `TS202405-0012-ZB01`, never used again
    QString sheet;                      ///< `F-13`
    Instant at = Instant::fromUtcMs(0); ///< when it was begun
    QString by;                         ///< person id of who began it, empty if unknown
    QString penalty = {};               ///< of a notice: id of the entry in `penalties`
    QString replaces = {};              ///< number of the void one it was drawn up anew for
    qsizetype begun = -1;  ///< place in steps of the step that began it; -1 for an extension
    qsizetype origin = -1; ///< the same of the first of those it replaces
    qsizetype ended = -1;  ///< place in steps of the step that made it void, -1 if none did
    std::optional<Instant> voidAt = std::nullopt;
    QString voidBy = {}, voidReason = {}; ///< person id or name; why

    [[nodiscard]] bool isVoid() const { return voidAt.has_value(); }
};

/// The documents of a case on one sheet in the order of their numbers, void ones among them: steps
/// that began one, extensions approved on it, penalties that name it (void once reversed), and
/// those drawn up anew. Empty for sheets that go by the case's own number. \source forms catalogue
/// 1.4, 1.5
[[nodiscard]] QVector<CaseDocument>
caseDocuments(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

/// The same on all sheets, oldest first.
[[nodiscard]] QVector<CaseDocument> caseDocuments(const CaseFile &caseFile,
                                                  const Regulation &regulation,
                                                  const QMap<QString, Sheet> &sheets);

/// The extension that a sheet of the pack approves (F-24), the latest one; nullptr before the
/// first.
[[nodiscard]] const ClockExtension *
extensionOnSheet(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

/// The moves a move comes after, however many lie between: approve comes after propose though a
/// deputy signs in between.
[[nodiscard]] QStringList movesBefore(const Regulation &regulation, const MoveRule &move);

/// Whether taking this move now would begin a document on this sheet, see documentStarts().
[[nodiscard]] bool beginsDocument(const CaseFile &caseFile,
                                  const Regulation &regulation,
                                  const Sheet &sheet,
                                  const MoveRule &move);

/// Places in caseFile.steps of the steps that began a document on this sheet: moves naming it,
/// unless they go on with one (approve, answer, return) because a move of the same sheet they come
/// after was taken before.
[[nodiscard]] QVector<qsizetype>
documentStarts(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

/// The number of the latest document that is not void, `TS202405-0012-ZB01`: the case's number,
/// the sheet's code and its place among the documents. It comes from the case alone, so printing
/// again gives the same number. A slip printed before its first step bears the number that step
/// will have. Empty for sheets that go by the case's own number. \source forms catalogue 1.4
[[nodiscard]] QString
documentNumber(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

} // namespace huiyin
