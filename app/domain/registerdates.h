// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QString>
#include <QStringList>
#include <QVector>

namespace huiyin {

/// The fields by whose writing a register finds its lines: a return visit, a check, a loan, a
/// proposal to destroy, a published measure, a common problem.
[[nodiscard]] const QStringList &registerFields();

/// One line of a register: a step that wrote the field, and the steps up to the next line.
struct RegisterDate
{
    QString field;
    Day day; ///< what was written, if it is a day, a moment or a month; else the step's day
    qsizetype begin = 0; ///< place of the step in CaseFile::steps
    qsizetype end = 0;   ///< place after the last step that belongs to the line
};

/// The lines a case has on registers of these fields, oldest first. A correction changes its line,
/// writing the same value again makes no new one.
[[nodiscard]] QVector<RegisterDate> registerDates(const CaseFile &caseFile,
                                                  const QStringList &fields = registerFields());

} // namespace huiyin
