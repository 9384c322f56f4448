// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QVBoxLayout;

namespace huiyin {

/// The latest other cases from the phone number of a case, each a way to it.
class SameCaller : public QWidget
{
    Q_OBJECT

public:
    /// \param han how many Han characters wide the panel around it is
    SameCaller(Shell &shell, double han, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile);

signals:
    void caseWanted(const huiyin::CaseId &id);

private:
    Shell &m_shell;
    double m_han;
    QVBoxLayout *m_cases = nullptr;
};

} // namespace huiyin
