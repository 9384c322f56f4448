// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/sheetpainter.h>

namespace huiyin {

CaseGround paperGround(const Desk &desk)
{
    QHash<QString, QString> names;
    if (const auto roster = desk.reader().roster()) {
        for (const Person &person : *roster) {
            names.insert(person.id, person.name);
        }
    }
    return [&desk, names](const CaseFile &caseFile) {
        return PaperGround{desk.regulationOf(caseFile),
                           desk.library().catalogue,
                           desk.sheets(),
                           names,
                           desk.officeName(),
                           desk.now()};
    };
}

QVector<SheetValues>
sheetValuesOf(const Desk &desk, const CaseFile &caseFile, const Sheet &sheet, const QString &number)
{
    QVector<SheetValues> documents;
    const PaperGround ground = paperGround(desk)(caseFile);
    for (const CasePaper &paper : casePapers(caseFile, sheet, ground, number)) {
        SheetValues values;
        values.fields = paper.fields;
        values.caseNo = caseFile.caseNo;
        values.docNo = paper.docNo;
        values.cancelled = caseFile.voided || paper.isVoid;
        values.organisation = desk.officeName();
        documents.append(values);
    }
    return documents;
}

SheetValues registerValues(const RegisterPaper &paper, const QString &period)
{
    SheetValues values;
    values.fields = paper.fields;
    values.docNo = paper.docNo;
    values.rows = paper.rows;
    values.period = period;
    return values;
}

} // namespace huiyin
