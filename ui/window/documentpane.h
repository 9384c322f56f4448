// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/documentnumber.h>
#include <window/casepart.h>

#include <QJsonObject>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace huiyin {

class Banner;

/// The documents a case has brought forth, with their numbers: printed again, declared void with a
/// reason, or drawn up anew under the next number.
class DocumentPane : public CasePart
{
    Q_OBJECT

public:
    explicit DocumentPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps) override;
    [[nodiscard]] bool takes(const QString &action) const override;

    void recorded() override;
    void showFindings(const Findings &findings) override;
    void showError(const Error &error) override;

    [[nodiscard]] bool dirty() const override;

    [[nodiscard]] qsizetype count() const { return m_documents.size(); }

    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void printWanted(const QString &sheetId, const QString &number);

private:
    void showButtons();
    void print();
    void ask(const QString &action);
    [[nodiscard]] const CaseDocument *chosen() const;
    [[nodiscard]] QString personName(const QString &id) const;

    Shell &m_shell;
    QVector<CaseDocument> m_documents;
    QHash<QString, QString> m_names;
    QTableWidget *m_table = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_void = nullptr;
    QPushButton *m_reissue = nullptr;
    Banner *m_said = nullptr;
};

} // namespace huiyin
