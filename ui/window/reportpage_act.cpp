// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <paper/meetingpages.h>
#include <report/fileremarks.h>
#include <report/ledger.h>
#include <report/writers.h>
#include <window/banner.h>
#include <window/inkview.h>
#include <window/reportpage.h>

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMimeData>

namespace huiyin {

PrintOrder ReportPage::order() const
{
    const auto *item = m_reports->currentItem();
    return {m_view->document(),
            item->data(Qt::UserRole).toString(),
            QStringLiteral("%1_%2").arg(item->text(), m_period.toString())};
}

void ReportPage::report(const std::optional<QString> &trouble, const QString &done)
{
    m_said->say(trouble ? *trouble : done, trouble ? Severity::Refusal : Severity::Hint);
    m_said->offerDismissal();
}

JobRunner::Finish ReportPage::told(const QPointer<ReportPage> &here,
                                   const std::optional<Error> &trouble,
                                   const QString &path)
{
    return [here, trouble, path] {
        if (here) {
            here->report(trouble ? std::optional(here->m_shell.sentence(*trouble)) : std::nullopt,
                         tr("Saved as %1.").arg(path));
        }
    };
}

void ReportPage::copy(bool withHeads)
{
    if (!m_table) {
        return;
    }
    auto *mime = new QMimeData;
    mime->setText(tableText(*m_table, withHeads));
    mime->setHtml(QString::fromUtf8(withHeads ? tableHtml(*m_table) : cellsHtml(*m_table)));
    QApplication::clipboard()->setMimeData(mime);
    report(std::nullopt,
           tr("The table is on the clipboard; paste it into a spreadsheet or letter."));
}

void ReportPage::saveAs(const QString &ending)
{
    if (!exportable()) {
        return;
    }
    if (!m_table) {
        saveLedger(ending);
        return;
    }
    const auto table = *m_table;
    askWhere(
        m_shell,
        this,
        tr("Save the table"),
        order().fileName + QLatin1Char('.') + ending,
        QStringLiteral("*.%1").arg(ending),
        [this, table, ending, remarks = fileRemarks(m_shell.desk, m_shell.language, periodWords())](
            const QString &path) {
            const auto written = ending == QLatin1String("csv")
                                     ? writeWhole(path, tableCsv(table))
                                     : writeTableXlsx(table, path, remarks);
            report(written ? std::nullopt : std::optional(m_shell.sentence(written.error())),
                   tr("Saved as %1.").arg(path));
        });
}

void ReportPage::saveLedger(const QString &ending)
{
    askWhere(m_shell,
             this,
             tr("Save the table"),
             order().fileName + QLatin1Char('.') + ending,
             QStringLiteral("*.%1").arg(ending),
             [this, ending](const QString &path) { writeLedger(path, ending); });
}

void ReportPage::writeLedger(const QString &path, const QString &ending)
{
    const auto format = ending == QLatin1String("csv") ? RegisterFormat::Csv : RegisterFormat::Xlsx;
    const QPointer<ReportPage> here(this);
    m_shell.jobs.start(
        tr("Export"),
        [here,
         path,
         format,
         filter = drill::received(m_period),
         language = m_shell.language,
         chosen = periodWords()](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            const auto written = exportRegister(desk.reader(),
                                                filter,
                                                format,
                                                path,
                                                tableWords(desk, language),
                                                progress,
                                                fileRemarks(desk, language, chosen));
            return told(here, written ? std::nullopt : std::optional(written.error()), path);
        },
        [here](const Error &error) { told(here, error, {})(); });
}

void ReportPage::saveMeeting()
{
    askWhere(m_shell,
             this,
             tr("Meeting papers"),
             QStringLiteral("%1_%2.pdf").arg(tr("Meeting papers"), m_period.toString()),
             QStringLiteral("*.pdf"),
             [this](const QString &path) { writeMeeting(path); });
}

void ReportPage::writeMeeting(const QString &path)
{
    const QPointer<ReportPage> here(this);
    m_shell.jobs.start(
        tr("Meeting papers"),
        [here, path, period = m_period, language = m_shell.language](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            const auto papers = readMeeting(desk, period, progress);
            const auto written = papers ? writePdf(layOutMeeting(desk, *papers, language), path)
                                        : Result<int>(papers.error());
            if (written) {
                // A failing access log must not keep the paper from the caller.
                const auto logged =
                    desk.log().logAccess({desk.actor().id,
                                          std::nullopt,
                                          QStringLiteral("export"),
                                          QStringLiteral("meeting ") + period.toString(),
                                          desk.now()});
                Q_UNUSED(logged)
            }
            return told(here, written ? std::nullopt : std::optional(written.error()), path);
        },
        [here](const Error &error) { told(here, error, {})(); });
}

void ReportPage::askToClose()
{
    m_said->say(tr("Closing keeps the figures and lists of %1 as they are now. What changes later "
                   "counts as a correction in the next month. It cannot be taken back.")
                    .arg(periodWords()),
                Severity::Warning);
    m_said->offer(tr("Close %1").arg(m_toClose), [this, month = m_toClose] { closeBooks(month); });
    m_said->offerDismissal();
}

void ReportPage::closeBooks(const QString &month)
{
    m_reports->setFocus(); // the button that was pressed goes away
    m_said->dismiss();
    const QPointer<ReportPage> here(this);
    m_shell.jobs.start(
        tr("Closing %1").arg(month),
        [here, month](Desk &desk, const Progress &) -> JobRunner::Finish {
            const auto closed = closeMonth(desk, month);
            return [here, month, closed] {
                if (!here) {
                    return;
                }
                std::optional<QString> trouble;
                if (!closed) {
                    trouble = here->m_shell.sentence(closed.error());
                } else if (refuses(closed->findings)) {
                    trouble = here->m_shell.sentence(closed->findings.first());
                }
                here->m_shell.desk.reread();
                here->count();
                here->report(trouble, ReportPage::tr("%1 is closed.").arg(month));
            };
        },
        [here](const Error &error) { told(here, error, {})(); });
}

void ReportPage::perform(const QString &command)
{
    const PrintEnd end = [this](const std::optional<QString> &trouble, const QString &done) {
        report(trouble, done);
    };
    if (command == QLatin1String("case.print")) {
        printWithDialog(m_shell, this, order(), end);
    } else if (command == QLatin1String("file.pdf")) {
        savePdfWithDialog(m_shell, this, order(), end);
    } else if (command == QLatin1String("edit.copy")) {
        copy(true);
    } else if (command == QLatin1String("list.export")) {
        saveAs(QStringLiteral("xlsx"));
    }
}

} // namespace huiyin
