// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QLabel;
class QTableWidget;

namespace huiyin {

class Banner;

/// What came of taking in an old register: counts, and every row that was refused, doubtful or a
/// duplicate, with why.
class ImportPage : public Page
{
    Q_OBJECT

public:
    ImportPage(Shell &shell, const QString &path, QWidget *parent = nullptr);

    /// Starts taking the file in.
    void start();

    [[nodiscard]] const ImportSummary &summary() const { return m_summary; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;

signals:
    void finished();

private:
    void show(const Result<ImportSummary> &summary, const QVector<ImportLine> &lines);
    void takeBack();

    QString m_path;
    ImportSummary m_summary;
    Banner *m_said = nullptr;
    QLabel *m_counts = nullptr;
    QTableWidget *m_table = nullptr;
};

} // namespace huiyin
