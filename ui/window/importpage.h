// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace huiyin {

class Banner;
class PaneJob;

/// Taking in an old register: first a check that writes nothing, with every row that is refused,
/// doubtful or a duplicate, its column and what to do; then the import; then the way back.
class ImportPage : public Page
{
    Q_OBJECT

public:
    enum class Stage { Checking, Checked, Importing, Imported, TakenBack };

    ImportPage(Shell &shell, const QString &path, QWidget *parent = nullptr);

    /// Checks the file; nothing is taken in yet.
    void start();

    /// Takes in what the check found good. Goes on when the page is closed.
    void take();

    /// Takes the import back, without the cases worked on since; names those.
    void takeBack();

    [[nodiscard]] Stage stage() const { return m_stage; }

    /// Of the check, then of the import.
    [[nodiscard]] const ImportSummary &summary() const { return m_summary; }

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;

signals:
    void finished(); ///< cases came or went

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Reading;
    void setStage(Stage stage);
    void showReading(const Reading &reading);
    void showLines(const QVector<ImportLine> &lines);
    void showKept(const Findings &kept);
    void setHeads(const QStringList &heads);
    void addRow(const QStringList &cells, const QString &group);
    void fitTable();
    void filterRows();
    void saveRefused();
    void refuse(const QString &sentence);
    [[nodiscard]] ImportOptions options(bool dry) const;

    [[nodiscard]] qint64 good() const { return m_summary.taken + m_summary.warned; }

    QString m_path;
    Stage m_stage = Stage::Checking;
    ImportSummary m_summary;
    Banner *m_said = nullptr;
    QLabel *m_counts = nullptr;
    QComboBox *m_sheet = nullptr;
    QButtonGroup *m_groups = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_act = nullptr;
    QTableWidget *m_table = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
