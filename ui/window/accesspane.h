// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QLabel;
class QTableWidget;

namespace huiyin {

/// Who looked at a case, printed or exported it, newest first; read when it is looked at.
class AccessPane : public QWidget
{
    Q_OBJECT

public:
    explicit AccessPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    [[nodiscard]] QString wordFor(const QString &what) const;

    Shell &m_shell;
    std::optional<CaseId> m_case;
    QTableWidget *m_table = nullptr;
    QLabel *m_words = nullptr;
};

} // namespace huiyin
