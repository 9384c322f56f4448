// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/field.h>
#include <rules/documentnumber.h>
#include <rules/regulation.h>
#include <rules/sheet.h>

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>

namespace huiyin {

/// What a case alone does not tell its forms.
struct PaperGround
{
    const Regulation &regulation; ///< the pack the case runs under
    const FieldCatalogue &catalogue;
    const QMap<QString, Sheet> &sheets; ///< for the titles of the papers in the file
    QHash<QString, QString> names;      ///< person id → name; others stand by their id
    QString organisation;
    Instant now = Instant::fromUtcMs(0); ///< overdue is told as of this moment
};

/// One document of a case: its number, empty if it goes by the case's own, and its values.
struct CasePaper
{
    QString docNo;
    QJsonObject fields;
    bool isVoid = false; ///< prints 作废; its values are those it had then
};

/// The documents of a case on one sheet, at least one. Beside the fields of the case:
/// - a follow-up document shows no signature given before it was begun;
/// - its reason and its day of issue are those of its steps;
/// - limits come from the ledger of clocks: `onSiteDueAt` of the clock that `onSiteAt` stops;
/// - a sheet that penalties name has one document per penalty;
/// - void documents are left out unless there are no others, or they are asked for;
/// - a document that another followed, or that is void, says what it said then;
/// - the file's cover has the list of its papers.
/// \param number  this document only, `TS202405-0012-ZB01`; empty or unknown = the present ones
[[nodiscard]] QVector<CasePaper> casePapers(const CaseFile &caseFile,
                                            const Sheet &sheet,
                                            const PaperGround &ground,
                                            const QString &number = {});

/// The values of a penalty on its notice: against whom, why, how much, this month and later.
/// \param entry  of the case's `penalties`
[[nodiscard]] QJsonObject
penaltyFields(const CaseFile &caseFile, const QJsonObject &entry, const PaperGround &ground);

/// The papers of a case in the order they arose, as lines of the list in the file: seqNo,
/// itemDocNo, author, itemTitle, itemDate, pageNo.
[[nodiscard]] QJsonArray fileContents(const CaseFile &caseFile, const PaperGround &ground);

} // namespace huiyin
