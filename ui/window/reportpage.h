// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <report/document.h>
#include <report/period.h>
#include <report/registers.h>
#include <report/statistics.h>
#include <window/jobrunner.h>
#include <window/page.h>
#include <window/printing.h>
#include <window/tablemarks.h>

#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace huiyin {

class Banner;
class InkView;
class PaneJob;
class SoldPane;

/// The statistics of a period as the paper will show them; every number leads to its cases.
/// Counting goes on on another thread; a later choice replaces it.
class ReportPage : public Page
{
    Q_OBJECT

public:
    explicit ReportPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void setWidthInHan(double han) override;

    /// The table shown, nothing while it is counted or after a failed count.
    [[nodiscard]] const std::optional<TableDocument> &table() const { return m_table; }

    [[nodiscard]] const QVector<DrillMark> &marks() const { return m_marks; }

    [[nodiscard]] const Period &period() const { return m_period; }

    void setPeriod(const Period &period);

    /// Whether a count is under way.
    [[nodiscard]] bool counting() const;

private:
    /// What a period's count gives: a register is read only when it is looked at.
    struct Counted
    {
        std::optional<Result<Statistics>> statistics;
        std::optional<Result<RegisterPaper>> paper;
        QString toClose; ///< yyyy-MM, see monthToClose()
    };

    void fillPeriods();
    void choosePeriod();
    void chooseReport();
    void count();
    void take(const Counted &counted);
    void layOut();
    void updateButtons();
    [[nodiscard]] bool ready() const;      ///< something is there to print
    [[nodiscard]] bool exportable() const; ///< … and to save as a table
    [[nodiscard]] QString chosenReport() const;
    [[nodiscard]] const Sheet *chosenRegister() const; ///< nullptr for a table
    [[nodiscard]] InkDocument registerPages(const Sheet &sheet);
    void saveLedger(const QString &ending);
    void writeLedger(const QString &path, const QString &ending);
    void showPage();
    [[nodiscard]] PrintOrder order() const;
    void copy(bool withHeads);
    void saveMeeting();
    void writeMeeting(const QString &path);
    void openSold();
    void askToClose();
    void closeBooks(const QString &month);
    [[nodiscard]] QString periodWords() const;
    void saveAs(const QString &ending);
    void report(const std::optional<QString> &trouble, const QString &done);
    /// Reports, if the page is still there, how a job ended that writes `path`, if any.
    static JobRunner::Finish told(const QPointer<ReportPage> &here,
                                  const std::optional<Error> &trouble,
                                  const QString &path);

    Period m_period;
    std::optional<Statistics> m_statistics;
    std::optional<RegisterPaper> m_paper; ///< of the register chosen
    QString m_counted;                    ///< the register m_paper is of, or counted for
    std::optional<TableDocument> m_table;
    QVector<DrillMark> m_marks;
    Banner *m_said = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_range = nullptr;
    QListWidget *m_reports = nullptr;
    QLabel *m_pages = nullptr;
    QLabel *m_check = nullptr;
    InkView *m_view = nullptr;
    SoldPane *m_soldPane = nullptr;
    PaneJob *m_busy = nullptr;
    QVector<QPushButton *> m_buttons;
    QVector<QPushButton *> m_files; ///< Excel, CSV
    QPushButton *m_copy = nullptr;
    QPushButton *m_sold = nullptr; ///< only beside the table that reckons with units sold
    QPushButton *m_meeting = nullptr;
    QPushButton *m_close = nullptr;
    QString m_toClose; ///< the month that is next to be closed, yyyy-MM
};

} // namespace huiyin
